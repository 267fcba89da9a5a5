import { deepEqual, ok } from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Finding } from "../../../../src/core/model/finding.ts";
import type { Target } from "../../../../src/core/verify/target.ts";
import { parseTarget } from "../../../../src/core/verify/target.ts";
import { verifyStores } from "../../../../src/engine/verify/verify.ts";
import { asMlflow1 } from "../../../support/damage/legacy.ts";
import { verifyDamages } from "../../../support/damage/verify.ts";
import { buildHealthyStore, damages, isPossible } from "../../../support/damage.ts";

/** What a real MLflow answered; see test/mlflow/record_damage.py. */
interface Answer {
  readonly search_experiments: string | null;
  readonly experiments: readonly string[] | null;
  readonly search_runs: Readonly<Record<string, string>>;
  readonly get_run: Readonly<Record<string, string>>;
  readonly runs: readonly string[];
}
type Recorded = { readonly damages: Readonly<Record<string, Answer>> };

const all = [...damages.filter(isPossible), ...verifyDamages];

for (const version of ["1.30", "2.22", "3.18"]) {
  const recorded: Recorded = JSON.parse(readFileSync(`test/fixtures/damage-${version}.json`, "utf8"));
  const healthy = recorded.damages["nothing done at all"];
  ok(healthy);

  describe(`verify for MLflow ${version}`, () => {
    for (const damage of all) {
      const answer = recorded.damages[damage.name];
      if (answer === undefined) continue;
      it(`${stumbles(answer, healthy) ? "warns of" : "passes"}: ${damage.name}`, async () => {
        const findings = await verifyDamaged(damage.apply, parseTarget(`mlflow-${version}`));
        const errors = findings.filter(({ severity }) => severity === "error");
        if (!stumbles(answer, healthy)) deepEqual(errors, []);
        else ok(errors.length > 0, JSON.stringify(findings));
        // Where one run by itself cannot be opened, it is that run that is named.
        const unopened = Object.keys(answer.get_run);
        if (Object.keys(answer.search_runs).length === 0 && answer.search_experiments === null) {
          for (const run of unopened)
            ok(
              errors.some((error) => error.run === run),
              `${run} is not named`,
            );
        }
      });
    }
  });
}

/** Whether MLflow failed, or left out anything that it shows of the healthy store. */
function stumbles(answer: Answer, healthy: Answer): boolean {
  const hides = (before: readonly string[], now: readonly string[] | null): boolean =>
    before.some((id) => now?.includes(id) !== true);
  return (
    answer.search_experiments !== null ||
    Object.keys(answer.search_runs).length > 0 ||
    Object.keys(answer.get_run).length > 0 ||
    hides(healthy.experiments ?? [], answer.experiments) ||
    hides(healthy.runs, answer.runs)
  );
}

async function verifyDamaged(apply: (store: string) => void, target: Target | null): Promise<readonly Finding[]> {
  const folder = mkdtempSync(join(tmpdir(), "mlflow-runs-verify-"));
  try {
    const store = join(folder, "mlruns");
    const built = buildHealthyStore(store);
    if (target?.kind === "mlflow" && target.major < 2) asMlflow1(built);
    apply(store);
    ok(target);
    const ref = { key: store, kind: "file", base: folder, label: "mlruns" } as const;
    const { findings, unfinished } = await verifyStores(folder, [ref], { target, level: "full", only: null });
    deepEqual(unfinished, null);
    return findings;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
