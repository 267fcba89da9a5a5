import { deepEqual, equal, ok } from "node:assert/strict";
import { scanRegistry } from "../../../../src/core/files/registry.ts";
import { drive, type Files } from "./memoryScan.ts";

const META = "name: churn\ncreation_timestamp: 1700000000000\nlast_updated_timestamp: 1700000000001\n";
const version = (number: number, more = ""): Files => ({
  [`models/churn/version-${number}/meta.yaml`]: `name: churn\nversion: ${number}\nsource: models:/m-1\n${more}`,
});

const read = (files: Files) => drive(scanRegistry(), files).result;

describe("scanRegistry", () => {
  it("reads a model with its description, times and tags", () => {
    const { models, problems } = read({
      "models/churn/meta.yaml": `${META}description: 'Predicts.\n\n\n  Twice.'\n`,
      "models/churn/tags/a/b": "x\n",
    });
    deepEqual(problems, []);
    deepEqual(models, [
      {
        name: "churn",
        isPrompt: false,
        description: "Predicts.\n\nTwice.",
        created: 1700000000000,
        updated: 1700000000001,
        tags: [{ key: "a/b", value: "x\n" }],
        aliases: [],
        versions: [],
      },
    ]);
  });

  it("sorts versions as numbers and names them by their folder", () => {
    const { models } = read({ "models/churn/meta.yaml": META, ...version(10), ...version(2), ...version(1) });
    deepEqual(
      models[0]?.versions.map((one) => one.version),
      ["1", "2", "10"],
    );
  });

  it("takes aliases from their files, not from the copy in meta.yaml", () => {
    const { models } = read({
      "models/churn/meta.yaml": `${META}aliases:\n  stale: '1'\n`,
      "models/churn/aliases/champion": "2",
      "models/churn/aliases/best": "2\n",
      ...version(1),
      ...version(2),
    });
    deepEqual(models[0]?.aliases, [
      { alias: "best", version: "2" },
      { alias: "champion", version: "2" },
    ]);
    deepEqual(
      models[0]?.versions.map((one) => one.aliases),
      [[], ["best", "champion"]],
    );
  });

  it("hides deleted versions, keeps stages, and reads where a version's files lie", () => {
    const place = "storage_location: file:///elsewhere/m-1\nmodel_id: m-1\nrun_id: abc\nstatus: READY\n";
    const { models } = read({
      "models/churn/meta.yaml": META,
      ...version(1, "current_stage: Deleted_Internal\n"),
      ...version(2, `current_stage: Production\n${place}`),
      ...version(3),
    });
    const [second, third] = models[0]?.versions ?? [];
    equal(models[0]?.versions.length, 2);
    deepEqual(
      [second?.stage, second?.storageLocation, second?.modelId, second?.runId],
      ["Production", "file:///elsewhere/m-1", "m-1", "abc"],
    );
    deepEqual([third?.stage, third?.status, third?.storageLocation], ["None", "READY", null]);
  });

  it("tells prompts from models", () => {
    const { models } = read({
      "models/greeting/meta.yaml": "name: greeting\n",
      "models/greeting/tags/mlflow.prompt.is_prompt": "true",
      "models/churn/meta.yaml": META,
    });
    deepEqual(
      models.map(({ name, isPrompt }) => [name, isPrompt]),
      [
        ["churn", false],
        ["greeting", true],
      ],
    );
  });

  it("lists a model whose metadata is gone or broken, with the problem", () => {
    const { models, problems } = read({ ...version(1), "models/other/meta.yaml": "" });
    deepEqual(
      models.map(({ name, versions }) => [name, versions.length]),
      [
        ["churn", 1],
        ["other", 0],
      ],
    );
    deepEqual(
      problems.map(({ code, file }) => [code, file]),
      [
        ["missing", "models/churn/meta.yaml"],
        ["empty", "models/other/meta.yaml"],
      ],
    );
  });

  it("passes over folders that are no models, and a store without any", () => {
    deepEqual(read({ "models/.ipynb_checkpoints/meta.yaml": "x", "models/notes/readme.txt": "x" }).models, []);
    deepEqual(read({}).models, []);
  });

  it("asks for the metadata of many versions at once", () => {
    const files = Object.assign(
      { "models/churn/meta.yaml": META },
      ...Array.from({ length: 50 }, (_, i) => version(i)),
    );
    const { batches } = drive(scanRegistry(), files);
    ok(batches.length < 10, `${batches}`);
  });
});
