import { equal } from "node:assert/strict";
import type { Dialect } from "../../../src/core/query/expression.ts";
import { type Asking, disagreement, openStore, search } from "../../support/mlflow/asking.ts";
import { caseSets, SECTIONS } from "../../support/mlflow/cases.ts";

/** Asks the engine what MLflow was asked, of the file stores or the databases. */
export function describeSearches(dialect: Dialect): void {
  for (const { name, cases, store } of caseSets()) {
    describe(`searches in ${name}, as MLflow 3.18 answers them for a ${dialect} store`, () => {
      let asking: Asking;
      before(async () => {
        asking = await openStore(store[dialect], dialect);
      });
      after(() => asking.engine.close());
      for (const section of SECTIONS) {
        for (const [i, asked] of cases[section].entries()) {
          const { file: _file, sqlite: _sqlite, ...shown } = asked;
          it(`${section} ${i + 1}: ${JSON.stringify(shown)}`, async () =>
            equal(disagreement(await search(asking, cases, section, asked), asked[dialect]), null));
        }
      }
    });
  }
}
