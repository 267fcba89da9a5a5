import { deepEqual, ok } from "node:assert/strict";
import { type Answer, type ModelAnswer, recordedAnswers, verifyDamaged } from "../../../support/damage/answers.ts";
import { modelDamages } from "../../../support/damage/models.ts";
import { verifyDamages } from "../../../support/damage/verify.ts";
import { damages, isPossible } from "../../../support/damage.ts";

const all = [...damages.filter(isPossible), ...verifyDamages, ...modelDamages];

for (const [major, minor] of [
  [1, 30],
  [2, 22],
  [3, 18],
] as const) {
  const recorded = recordedAnswers(`${major}.${minor}`);
  const whole = recorded["nothing done at all"];
  const wholeModels = recorded["models: nothing done"];

  describe(`verify for MLflow ${major}.${minor}`, () => {
    for (const { name, apply } of all) {
      const answer = recorded[name];
      const healthy = name.startsWith("models: ") ? wholeModels : whole;
      if (answer === undefined || healthy === undefined) continue;
      // A model that was taken away whole is not asked for: MLflow opens all that is left.
      const fails = name !== "models: logged model that is gone" && stumbles(answer, healthy);
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
    hides(healthy.runs, answer.runs) ||
    (answer.models !== undefined && healthy.models !== undefined && stumblesOverModels(answer.models, healthy.models))
  );
}

function stumblesOverModels(answer: ModelAnswer, healthy: ModelAnswer): boolean {
  const hides = (key: "logged" | "registered" | "versions"): boolean =>
    healthy[key].some((name) => !answer[key].includes(name));
  return Object.keys(answer.failed).length > 0 || hides("logged") || hides("registered") || hides("versions");
}
