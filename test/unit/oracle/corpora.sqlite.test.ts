import { deepEqual, ok } from "node:assert/strict";
import { join } from "node:path";
import { archives, readFolder } from "./corpora.ts";
import { fixtures, temporaryFolder, unpack } from "./stores.ts";

/** Repositories that committed their database. */
const WITH_DATABASE = /^(01Angel01__|10AcademyB6Week7__|AlexKretov__|Automated-Bureaucracy-Kickoff__|Kamul-droid__)/;

describe("databases of real repositories", () => {
  const temporary = temporaryFolder();

  for (const { name, file } of archives().filter((archive) => WITH_DATABASE.test(archive.name))) {
    it(`${name} opens without a problem`, async () => {
      const readings = await readFolder(join(unpack(file, temporary()), name));
      const databases = readings.filter(({ store }) => store.ref.kind === "sqlite");
      ok(databases.some(({ runs, store }) => runs.length + store.experiments.length > 0));
      deepEqual(
        databases.flatMap(({ problems }) => problems),
        [],
      );
    }).timeout(60_000);
  }

  for (const { name, folder } of fixtures("sqlite")) {
    it(`${name} opens without a problem but the parent that is not there`, async () => {
      const [database] = await readFolder(join(folder, "mlflow.db"));
      ok(database && database.runs.length > 0);
      deepEqual(
        database.problems.map(({ code }) => code),
        ["parent-missing"],
      );
    });
  }
});
