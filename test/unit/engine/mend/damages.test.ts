import { deepEqual, equal, ok } from "node:assert/strict";
import { RULES } from "../../../../src/core/verify/checks.ts";
import { parseTarget, type Target } from "../../../../src/core/verify/target.ts";
import { withDamaged } from "../../../support/damage/answers.ts";
import { HEALTHY } from "../../../support/damage/healthyStore.ts";
import { committedThenDamaged, mendableDamages, WHOLE_AGAIN } from "../../../support/damage/mendable.ts";
import { GitRepo } from "../../../support/gitRepo.ts";
import { mendStore } from "../../../support/mending.ts";
import { differing, treeOf } from "../../../support/tree.ts";
import { findingsOf } from "../../../support/verifying.ts";

const TARGETS = ["data", "mlflow-3.18", "migration"].flatMap((text) => parseTarget(text) ?? []);
/** Every rule with a fix matters to one of these. */
const MOST = TARGETS.slice(0, 2);

describe("mending each kind of damage", () => {
  for (const { name, apply } of mendableDamages) {
    it(`leaves nothing of what it mended, changes nothing else, and does nothing twice: ${name}`, async () => {
      await committedThenDamaged(apply, async (store, folder) => {
        for (const target of MOST) await mendOnce(store, folder, target);
      });
    });
  }
});

async function mendOnce(store: string, folder: string, target: Target): Promise<void> {
  const before = treeOf(folder);
  const { done, refused, plan } = await mendStore(store, { target, every: true });
  deepEqual(differing(before, treeOf(folder)), done.map(({ path }) => path).sort());
  equal(plan.files.length + plan.folders.length, done.length);
  const left = await findingsOf(store, { target });
  const paths = new Set(done.map(({ path }) => path));
  const still = left.filter(({ fix }) => fix?.edits.some(({ path }) => paths.has(path)));
  deepEqual(still, []);
  const again = await mendStore(store, { target, every: true });
  deepEqual(again.done, []);
  const known = new Set(refused.map(({ path }) => path));
  deepEqual(
    again.refused.filter(({ path }) => !known.has(path)),
    [],
  );
}

describe("mending makes whole again", () => {
  for (const name of WHOLE_AGAIN) {
    it(`for every target: ${name}`, async () => {
      const damage = mendableDamages.find((one) => one.name === name);
      ok(damage, name);
      await committedThenDamaged(damage.apply, async (store) => {
        for (const target of TARGETS) {
          await mendStore(store, { target });
          const errors = (await findingsOf(store, { target })).filter(({ severity }) => severity === "error");
          deepEqual(errors, []);
        }
      });
    });
  }

  it("metadata byte for byte as it was committed", async () => {
    for (const name of ["run meta.yaml empty", "run meta.yaml missing", "experiment meta.yaml missing"]) {
      const damage = mendableDamages.find((one) => one.name === name);
      ok(damage);
      await withDamaged({ apply: () => {}, mlflow1: false }, async (store, folder) => {
        const repo = new GitRepo(folder);
        repo.commit();
        const before = treeOf(folder);
        damage.apply(store);
        repo.commit("the damage is committed too");
        await mendStore(store);
        deepEqual(differing(before, treeOf(folder)), [], HEALTHY.runMeta);
      });
    }
  });
});

describe("rules that can be mended", () => {
  it("are each met by a damage whose fix is tried here", async () => {
    const met = new Set<string>();
    for (const { apply } of mendableDamages) {
      await withDamaged({ apply, mlflow1: false }, async (store) => {
        for (const { rule, fix } of await findingsOf(store)) if (fix !== null) met.add(rule);
      });
    }
    // Those of compose files are no damage of a store: their fixes are tried in compose.test.ts.
    const own = [...RULES.values()].filter(({ area }) => area !== "compose");
    const fixable = own.filter(({ fix }) => fix !== undefined).map(({ id }) => id);
    deepEqual(
      fixable.filter((id) => !met.has(id)),
      [],
    );
  });
});
