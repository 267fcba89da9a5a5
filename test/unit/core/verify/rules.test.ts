import { deepEqual, equal, match, ok } from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { RULE_LIST, RULES } from "../../../../src/core/verify/checks.ts";
import { rulePages } from "../../../support/rulePages.ts";

const AREAS = ["structure", "values", "git", "artifacts", "pipeline", "database", "compose", "server"];

describe("the rules of verify", () => {
  it("have ids of their area, once each", () => {
    equal(RULES.size, RULE_LIST.length);
    for (const [id, rule] of RULES) {
      match(id, /^MLR\d{3}$/);
      equal(id, rule.id);
      equal(AREAS.indexOf(rule.area) + 1, Number(id[3]), `${id} is of area ${rule.area}`);
    }
  });

  it("say why and how to mend in sentences, and matter to some target", () => {
    for (const { id, title, why, mend, severity } of RULES.values()) {
      ok(title.length > 0 && title.length <= 90 && !title.endsWith("."), id);
      for (const text of [why, mend]) match(text, /^[A-Z].*\.$/s, `${id}: ${text}`);
      const targets = [{ kind: "data" }, { kind: "migration" }] as const;
      const versions = [1, 2, 3].map((major) => ({ kind: "mlflow", major, minor: 30 }) as const);
      ok(
        [...targets, ...versions].some((target) => severity(target) !== null),
        id,
      );
    }
  });

  it("have a page each, as `npm run docs` writes them", () => {
    const pages = rulePages();
    deepEqual(readdirSync("docs/rules").sort(), [...pages.keys()].sort());
    for (const [name, text] of pages) equal(readFileSync(`docs/rules/${name}`, "utf8"), text, name);
  });
});
