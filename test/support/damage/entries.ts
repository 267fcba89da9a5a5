import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { inTurn, remove, replace } from "./edits.ts";
import { HEALTHY } from "./healthyStore.ts";
import type { Damage } from "./types.ts";

/** A link in the place of a param. */
function linkTo(target: (store: string) => string): Damage["apply"] {
  return (store) => {
    const file = join(store, HEALTHY.param);
    rmSync(file);
    symlinkSync(target(store), file);
  };
}

function fifo(store: string): void {
  const made = spawnSync("mkfifo", [join(store, HEALTHY.metric)]);
  if (made.status !== 0) throw new Error(`mkfifo: ${made.error?.message ?? made.stderr}`);
}

/** Things in the place of files that are none, or that nobody may read. */
export const entryDamages: readonly Damage[] = [
  {
    name: "param a link that leaves the store",
    apply: (store) => {
      const outside = join(dirname(store), "outside.txt");
      replace("outside.txt", "secret")(dirname(store));
      linkTo(() => outside)(store);
    },
    healthy: false,
    file: HEALTHY.param,
    reason: /link/i,
    needs: "posix",
  },
  {
    name: "param a link to itself",
    apply: linkTo((store) => join(store, HEALTHY.param)),
    healthy: false,
    file: HEALTHY.param,
    reason: /link|circle|loop/i,
    needs: "posix",
  },
  {
    name: "param a link to nothing",
    apply: linkTo(() => "nowhere"),
    healthy: false,
    file: HEALTHY.param,
    reason: /link|missing|no such/i,
    needs: "posix",
  },
  {
    name: "metrics folder a link in a circle",
    apply: (store) => symlinkSync("..", join(store, HEALTHY.run, "metrics", "again"), "dir"),
    healthy: false,
    file: `${HEALTHY.run}/metrics/again`,
    reason: /link/i,
    needs: "posix",
  },
  {
    name: "metric a FIFO",
    apply: inTurn(remove(HEALTHY.metric), fifo),
    healthy: false,
    file: HEALTHY.metric,
    reason: /regular|fifo|pipe|file/i,
    needs: "posix",
  },
  {
    name: "metric unreadable",
    apply: (store) => chmodSync(join(store, HEALTHY.metric), 0o000),
    healthy: false,
    file: HEALTHY.metric,
    reason: /read|permission/i,
    needs: "no-root",
  },
  {
    name: "params folder a file",
    apply: inTurn(remove(`${HEALTHY.run}/params`), replace(`${HEALTHY.run}/params`, "x")),
    healthy: false,
    file: `${HEALTHY.run}/params`,
    reason: /folder|directory/i,
  },
  {
    name: "an empty folder where a param belongs",
    apply: inTurn(remove(HEALTHY.param), (store) => mkdirSync(join(store, HEALTHY.param))),
    healthy: true, // keys may hold a slash: it is a folder of keys, and there are none
  },
];
