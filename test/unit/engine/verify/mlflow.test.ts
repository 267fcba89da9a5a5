import { deepEqual, ok } from "node:assert/strict";
import { type Answer, recordedAnswers, verifyDamaged } from "../../../support/damage/answers.ts";
import { verifyDamages } from "../../../support/damage/verify.ts";
import { damages, isPossible } from "../../../support/damage.ts";

const all = [...damages.filter(isPossible), ...verifyDamages];

for (const [major, minor] of [
  [1, 30],
  [2, 22],
  [3, 18],
] as const) {
  const recorded = recordedAnswers(`${major}.${minor}`);
  const healthy = recorded["nothing done at all"];

  describe(`verify for MLflow ${major}.${minor}`, () => {
    for (const { name, apply } of all) {
      const answer = recorded[name];
      if (answer === undefined || healthy === undefined) continue;
      const fails = stumbles(answer, healthy);
      it(`${fails ? "warns of" : "passes"}: ${name}`, async () => {
        const findings = await verifyDamaged(apply, { kind: "mlflow", major, minor });
        const errors = findings.filter(({ severity }) => severity === "error");
        if (fails) ok(errors.length > 0, JSON.stringify(findings));
        else deepEqual(errors, []);
        // Where single runs cannot be opened, it is those that are named.
        if (Object.keys(answer.search_runs).length > 0 || answer.search_experiments !== null) return;
        for (const run of Object.keys(answer.get_run))
          ok(
            errors.some((error) => error.run === run),
            `${run} is not named`,
          );
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
