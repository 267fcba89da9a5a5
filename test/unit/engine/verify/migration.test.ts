import { deepEqual, ok } from "node:assert/strict";
import type { RunDetail } from "../../../../src/core/model/run.ts";
import { openFileReader } from "../../../../src/engine/disk/reader.ts";
import { recordedAnswers, verifyDamaged, withDamaged } from "../../../support/damage/answers.ts";
import { modelDamages } from "../../../support/damage/models.ts";
import { verifyDamages } from "../../../support/damage/verify.ts";
import { damages, isPossible } from "../../../support/damage.ts";

const recorded = recordedAnswers("3.18");

describe("verify for the migration", () => {
  for (const { name, apply } of [...damages.filter(isPossible), ...verifyDamages, ...modelDamages]) {
    const migration = recorded[name]?.migration;
    if (migration === undefined) continue;
    it(`${migration.exit === 0 ? "says what is lost of" : "says that it stops at"}: ${name}`, async () => {
      const lost = migration.rows
        ? [...(await lostRows(apply, migration.rows)), ...lostModels(name, migration.rows)]
        : [];
      const findings = await verifyDamaged(apply, { kind: "migration" });
      const errors = findings.filter(({ severity }) => severity === "error");
      if (migration.exit !== 0 || lost.length > 0) ok(errors.length > 0, `${lost} ${JSON.stringify(findings)}`);
      else deepEqual(errors, []);
    });
  }
});

/** What the store holds of models unharmed, and the migrated database does not: aliases that lead nowhere are no loss. */
function lostModels(name: string, rows: Readonly<Record<string, number>>): string[] {
  const whole = recorded["models: nothing done"]?.migration?.rows ?? {};
  const isGone = /that is gone$/.test(name);
  const tables = Object.keys(whole).filter((table) => /model/.test(table));
  return name.startsWith("models: ") && !isGone
    ? tables.filter((table) => (rows[table] ?? 0) < (whole[table] ?? 0))
    : [];
}

/** What the store holds by our reading, and the migrated database does not. */
async function lostRows(apply: (store: string) => void, rows: Readonly<Record<string, number>>): Promise<string[]> {
  const ours = await withDamaged({ apply, mlflow1: false }, countRows);
  return Object.entries(ours).flatMap(([table, count]) => {
    const migrated = rows[table] ?? 0;
    return count > migrated ? [`${table}: ${count - migrated}`] : [];
  });
}

async function countRows(store: string): Promise<Record<string, number>> {
  const reader = openFileReader({ key: store, kind: "file", base: store, label: "." });
  const { experiments } = await reader.experiments();
  const runs: RunDetail[] = [];
  for (const { experiment, runs: folders } of experiments) {
    for await (const batch of reader.details(experiment.folder, folders)) runs.push(...batch);
  }
  const sum = (count: (run: RunDetail) => number): number => runs.reduce((total, run) => total + count(run), 0);
  return {
    experiments: experiments.length,
    runs: runs.length,
    params: sum(({ params }) => params.length),
    metrics: sum(({ history }) => history.reduce((total, { values }) => total + values.length, 0)),
  };
}
