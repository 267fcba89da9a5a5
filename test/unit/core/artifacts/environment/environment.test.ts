import { deepEqual, equal, ok } from "node:assert/strict";
import fc from "fast-check";
import { type EnvironmentFiles, readEnvironment } from "../../../../../src/core/artifacts/environment/environment.ts";
import { parseRequirement } from "../../../../../src/core/artifacts/environment/requirement.ts";

const NOTHING: EnvironmentFiles = { requirements: null, conda: null, pythonEnv: null };

const CONDA = `channels:
- conda-forge
dependencies:
- python=3.10.4
- pip<=22.1
- conda-forge::cudatoolkit=11.8.0=h37601d7_11
- openjdk>=11
- pip:
  - mlflow<3,>=2.1
  - scikit-learn==1.2.2
name: mlflow-env
`;

describe("a requirement", () => {
  const read = (line: string): string => {
    const found = parseRequirement(line);
    return found === null ? "-" : `${found.name} ${found.version}`;
  };

  for (const [line, expected] of [
    ["numpy==1.26.4", "numpy 1.26.4"],
    ["  Scikit_Learn === 1.2.2  # pinned", "scikit-learn 1.2.2"],
    ["pandas>=2,<3", "pandas >=2,<3"],
    ["torch", "torch "],
    ["xgboost (>=1.0)", "xgboost >=1.0"],
    ["mlflow[extras]==2.1", "mlflow [extras]==2.1"],
    ['pywin32==306; platform_system == "Windows"', 'pywin32 ==306; platform_system == "Windows"'],
    ["numpy==1.*", "numpy ==1.*"],
    ["black @ https://example.org/black-1.0.whl", "black @ https://example.org/black-1.0.whl"],
    ["git+https://example.org/a/b.git@4f2a#egg=My_Lib", "my-lib git+https://example.org/a/b.git@4f2a#egg=My_Lib"],
    ["-e git+https://example.org/a.git#egg=a", "a git+https://example.org/a.git#egg=a"],
    ["./dist/my_lib-1.0-py3-none-any.whl", "my-lib ./dist/my_lib-1.0-py3-none-any.whl"],
    ["code/local_package", "code/local_package "],
    ["torch==2.1.0+cu118 --hash=sha256:abc", "torch 2.1.0+cu118"],
    ["--extra-index-url https://example.org", "-"],
    ["-r other.txt", "-"],
    ["-c constraints.txt", "-"],
    ["# a comment", "-"],
    ["", "-"],
  ] as const) {
    it(`reads ${JSON.stringify(line)}`, () => equal(read(line), expected));
  }

  it("takes whatever it is given", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (line) => ok(parseRequirement(line) !== undefined)));
  });
});

describe("the environment of a model", () => {
  it("is what requirements.txt and python_env.yaml say", () => {
    const { python, packages } = readEnvironment({
      ...NOTHING,
      requirements: "mlflow==3.4.0\r\nnumpy==2.2.6\r\nlong==1.0 \\\r\n    --hash=sha256:abc\r\n",
      pythonEnv: "python: 3.13.7\nbuild_dependencies:\n- pip==25.1.1\ndependencies:\n- -r requirements.txt\n",
    });
    equal(python, "3.13.7");
    deepEqual(packages, [
      { name: "mlflow", version: "3.4.0" },
      { name: "numpy", version: "2.2.6" },
      { name: "long", version: "1.0" },
    ]);
  });

  it("is what conda.yaml says where there is nothing else", () => {
    const { python, packages } = readEnvironment({ ...NOTHING, conda: CONDA });
    equal(python, "3.10.4");
    deepEqual(packages, [
      { name: "mlflow", version: "<3,>=2.1" },
      { name: "scikit-learn", version: "1.2.2" },
      { name: "cudatoolkit", version: "11.8.0" },
      { name: "openjdk", version: ">=11" },
    ]);
  });

  it("takes conda's own packages beside a requirements file", () => {
    const { packages } = readEnvironment({ ...NOTHING, conda: CONDA, requirements: "mlflow==2.1\n" });
    deepEqual(
      packages.map(({ name }) => name),
      ["mlflow", "cudatoolkit", "openjdk"],
    );
  });

  it("keeps the first of two that ask for the same package", () => {
    deepEqual(readEnvironment({ ...NOTHING, requirements: "a_b==1\nA.b==2" }).packages, [
      { name: "a-b", version: "1" },
    ]);
  });

  it("keeps a Python that looks like a number as it is written", () => {
    equal(readEnvironment({ ...NOTHING, pythonEnv: "python: 3.10\n" }).python, "3.10");
  });

  it("is empty of files that are missing or are something else", () => {
    const empty = { python: null, packages: [] };
    deepEqual(readEnvironment(NOTHING), empty);
    deepEqual(readEnvironment({ requirements: "", conda: "- a\n- b", pythonEnv: "{{{" }), empty);
    deepEqual(readEnvironment({ ...NOTHING, conda: "dependencies: {pip: 3}", pythonEnv: "python: [1]" }), empty);
    deepEqual(readEnvironment({ ...NOTHING, conda: "a: &a [*a]" }), empty);
  });

  it("reads so much and no more of a file without an end", () => {
    const lines = Array.from({ length: 20_000 }, (_, i) => `package-${i}==1.0`).join("\n");
    equal(readEnvironment({ ...NOTHING, requirements: lines }).packages.length, 5000);
  });
});
