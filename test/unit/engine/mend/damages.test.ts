import { deepEqual, equal, ok } from "node:assert/strict";
import { RULES } from "../../../../src/core/verify/checks.ts";
import { parseTarget, type Target } from "../../../../src/core/verify/target.ts";
import { withDamaged } from "../../../support/damage/answers.ts";
import { replace } from "../../../support/damage/edits.ts";
import { HEALTHY } from "../../../support/damage/healthyStore.ts";
import { modelDamages } from "../../../support/damage/models.ts";
import { verifyDamages } from "../../../support/damage/verify.ts";
import { damages, isPossible } from "../../../support/damage.ts";
import { GitRepo } from "../../../support/gitRepo.ts";
import { mendStore } from "../../../support/mending.ts";
import { differing, treeOf } from "../../../support/tree.ts";
import { findingsOf } from "../../../support/verifying.ts";

const more = [{ name: "experiment meta.yaml bad YAML", apply: replace(HEALTHY.experimentMeta, "name: [\n") }];

/** Without what is too large or too strange for Git to keep a version of. */
const all = [...damages.filter(isPossible), ...verifyDamages, ...modelDamages, ...more].filter(
  ({ name }) => !/GiB|FIFO|circle|itself|\.git folder/.test(name),
);

const TARGETS = ["data", "mlflow-3.18", "migration"].flatMap((text) => parseTarget(text) ?? []);
/** Every rule with a fix matters to one of these. */
const MOST = TARGETS.slice(0, 2);

/** The store as it was committed, then damaged. */
function committedThenDamaged(apply: (store: string) => void, work: (store: string, folder: string) => Promise<void>) {
  return withDamaged({ apply: () => {}, mlflow1: false }, async (store, folder) => {
    new GitRepo(folder).commit();
    apply(store);
    await work(store, folder);
  });
}

describe("mending each kind of damage", () => {
  for (const { name, apply } of all) {
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

/** What can be mended so that the store is as good as new for MLflow 3.18 and its migration. */
const WHOLE_AGAIN: readonly string[] = [
  ...["run meta.yaml empty", "run meta.yaml missing", "run meta.yaml bad YAML", "run meta.yaml a list"],
  ...["run without start_time", "run without run_id", "run meta.yaml of random bytes"],
  ...[
    "experiment meta.yaml missing",
    "experiment meta.yaml empty",
    "experiment meta.yaml bad YAML",
    "metric line blank",
    "metric last line cut",
  ],
  ...["metric last line cut behind its value", "metric line twice", "metric with a blank line at the end"],
  ...["run without params folder", "run without artifacts folder"],
];

describe("mending makes whole again", () => {
  for (const name of WHOLE_AGAIN) {
    it(`for every target: ${name}`, async () => {
      const damage = all.find((one) => one.name === name);
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
      const damage = all.find((one) => one.name === name);
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
    for (const { apply } of all) {
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
