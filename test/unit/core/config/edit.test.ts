import { equal, throws } from "node:assert/strict";
import { ConfigNotEditable, withEntry } from "../../../../src/core/config/edit.ts";

describe("an entry of a config", () => {
  it("is set in a new config", () => {
    equal(withEntry("", "goals", "rmse", "min"), '{\n  "goals": {\n    "rmse": "min"\n  }\n}\n');
  });

  it("leaves order, unknown keys and indentation as they were", () => {
    const before = '{\n\t"verify": {"x": [1]},\n\t"goals": {"b": "max", "a": "min"},\n\t"z": null\n}';
    const after = withEntry(before, "goals", "b", "min");
    equal(
      after,
      '{\n\t"verify": {\n\t\t"x": [\n\t\t\t1\n\t\t]\n\t},\n\t"goals": {\n\t\t"b": "min",\n\t\t"a": "min"\n\t},\n\t"z": null\n}\n',
    );
  });

  it("is taken out by undefined", () => {
    equal(
      withEntry('{"goals": {"a": "min", "b": "max"}}', "goals", "a", undefined),
      '{\n  "goals": {\n    "b": "max"\n  }\n}\n',
    );
  });

  it("is not set in what is no JSON object", () => {
    for (const text of ["{", "[]", "3", "<<<<<<<"])
      throws(() => withEntry(text, "goals", "a", "min"), ConfigNotEditable);
  });

  it("may have any name", () => {
    equal(withEntry("", "goals", "__proto__", "min"), '{\n  "goals": {\n    "__proto__": "min"\n  }\n}\n');
  });
});
