import { deepEqual, equal } from "node:assert/strict";
import { loggedArtifactPaths } from "../../../../src/core/artifacts/loggedArtifacts.ts";
import { filesNamedBy } from "../../../../src/core/artifacts/mlmodelFiles.ts";

const paths = (text: string): string[] | undefined => filesNamedBy(text)?.map(({ path }) => path);

describe("files that an MLmodel names", () => {
  it("are those of MLflow 1, 2 and 3, each once and with its line", () => {
    const text =
      "flavors:\n  python_function:\n    data: model.pkl\n    env: conda.yaml\n  sklearn:\n    pickled_model: model.pkl\n";
    deepEqual(filesNamedBy(text), [
      { path: "model.pkl", line: 3 },
      { path: "conda.yaml", line: 4 },
    ]);
    const newer =
      "flavors:\n  python_function:\n    env:\n      conda: conda.yaml\n      virtualenv: python_env.yaml\n    code: null\n  keras:\n    data: data\n";
    deepEqual(paths(newer), ["conda.yaml", "python_env.yaml", "data"]);
  });

  it("include a model's own artifacts and its example", () => {
    const text =
      "flavors:\n  python_function:\n    python_model: m.pkl\n    artifacts:\n      a:\n        path: artifacts/a.bin\n        uri: /home/x/a.bin\nsaved_input_example_info:\n  artifact_path: input_example.json\n";
    deepEqual(paths(text), ["m.pkl", "artifacts/a.bin", "input_example.json"]);
  });

  it("are no address, no absolute path and nothing that leads upward", () => {
    for (const value of ["s3://b/m", "C:\\m.pkl", "/etc/passwd", "../up", "a/../../b", "''", "[a]", "null", "."]) {
      deepEqual(paths(`flavors:\n  sklearn:\n    pickled_model: ${value}\n`), [], value);
    }
    deepEqual(paths("flavors:\n  sklearn:\n    pickled_model: .\\data\\m.pkl\n"), ["data/m.pkl"]);
  });

  it("are unknown where the file is no MLmodel", () => {
    for (const text of ["", "flavors: [", "- a\n", "text"]) equal(filesNamedBy(text), null, text);
    deepEqual(paths("flavors: text\n"), []);
  });
});

describe("artifacts that a run lists as logged", () => {
  const of = (value: string) => loggedArtifactPaths([{ key: "mlflow.loggedArtifacts", value }]);

  it("are named by their path, each once", () => {
    deepEqual(of('[{"path": "a.json", "type": "table"}, {"path": "a.json"}, {"path": "b"}]'), ["a.json", "b"]);
  });

  it("are none where the tag is missing or broken", () => {
    deepEqual(loggedArtifactPaths([]), []);
    for (const value of ["", "[", "{}", "[1, null, {}]", '[{"path": 1}]']) deepEqual(of(value), [], value);
  });
});
