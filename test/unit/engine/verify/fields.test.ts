import { deepEqual, equal } from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { Target } from "../../../../src/core/verify/target.ts";
import { verifyDamaged } from "../../../support/damage/answers.ts";
import { fieldDamages } from "../../../support/damage/fields.ts";
import type { VerifyDamage } from "../../../support/damage/verify.ts";

/** What a real MLflow stumbled over, of all that was tried; see `test/mlflow/record_damage.py`. */
interface Recorded {
  readonly tried: number;
  readonly stumbles: Readonly<Record<string, string>>;
}

/** Every how many-th damage is tried in one run of the tests; the versions differ in few of them. */
const EVERY = { "3.18": 1, "2.22": 5, "1.30": 5 } as const;

describe("verify of every key of metadata with every kind of value", function () {
  this.timeout(120_000);

  for (const [version, every] of Object.entries(EVERY)) {
    const { tried, stumbles }: Recorded = JSON.parse(readFileSync(`test/fixtures/fields-${version}.json`, "utf8"));
    const [major = 0, minor = 0] = version.split(".").map(Number);

    it(`has an error exactly where MLflow ${version} stumbles`, async () => {
      equal(tried, fieldDamages.length);
      const differing: string[] = [];
      for (const damage of fieldDamages.filter((_, i) => i % every === 0)) {
        const difference = await differenceOf(damage, { kind: "mlflow", major, minor }, stumbles[damage.name] ?? null);
        if (difference !== null) differing.push(difference);
      }
      deepEqual(differing, []);
    });
  }
});

/** Where verify and MLflow do not agree; `told` is what MLflow stumbled over. */
async function differenceOf(
  { name, apply }: VerifyDamage,
  target: Target,
  told: string | null,
): Promise<string | null> {
  const findings = await verifyDamaged(apply, target);
  const error = findings.find(({ severity }) => severity === "error");
  if (told !== null && error === undefined) return `${name}: MLflow says ${told}`;
  return told === null && error !== undefined ? `${name}: ${error.message}` : null;
}
