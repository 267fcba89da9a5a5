import { existsSync, readdirSync, rmdirSync } from "node:fs";
import { join } from "node:path";
import { edit, inTurn, remove, replace } from "./edits.ts";
import { HEALTHY } from "./healthyStore.ts";
import type { Damage } from "./types.ts";

function crlf(text: string): string {
  return text.replaceAll("\n", "\r\n");
}

/** What Git does on every checkout: it knows no empty folders. */
function dropEmptyFolders(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) dropEmptyFolders(join(folder, entry.name));
  }
  if (existsSync(folder) && readdirSync(folder).length === 0) rmdirSync(folder);
}

/** Looks like damage, and MLflow stumbles over much of it, but nothing is lost: no reader of ours may complain. */
export const harmless: readonly Damage[] = [
  { name: "nothing done at all", apply: () => {}, healthy: true },
  { name: "empty folders dropped", apply: dropEmptyFolders, healthy: true },
  {
    name: "params, metrics, tags and artifacts missing",
    apply: inTurn(...["params", "metrics", "tags", "artifacts"].map((name) => remove(`${HEALTHY.run}/${name}`))),
    healthy: true,
  },
  { name: "meta.yaml with CRLF", apply: edit(HEALTHY.runMeta, crlf), healthy: true },
  { name: "experiment meta.yaml with CRLF", apply: edit(HEALTHY.experimentMeta, crlf), healthy: true },
  { name: "metric with CRLF", apply: edit(HEALTHY.metric, crlf), healthy: true },
  { name: ".gitkeep in metrics", apply: replace(`${HEALTHY.run}/metrics/.gitkeep`, ""), healthy: true },
  { name: ".DS_Store in metrics", apply: replace(`${HEALTHY.run}/metrics/.DS_Store`, "\0\0\0\x01Bud1"), healthy: true },
  {
    name: "foreign files everywhere",
    apply: inTurn(
      replace("README.md", "# runs\n"),
      replace(".git/HEAD", "ref: refs/heads/main\n"),
      replace(`${HEALTHY.experiment}/.ipynb_checkpoints/meta-checkpoint.yaml`, "x: 1\n"),
      replace(`${HEALTHY.experiment}/notes/todo.txt`, "no run\n"),
      replace(`${HEALTHY.run}/tags/.gitkeep`, ""),
    ),
    healthy: true,
  },
  {
    name: "unknown keys in meta.yaml",
    apply: edit(HEALTHY.runMeta, (text) => `${text}zebra: 1\n`),
    healthy: true,
  },
  {
    name: "a foreign artifact_uri",
    apply: edit(HEALTHY.runMeta, (text) => text.replace(/^artifact_uri: .*$/m, "artifact_uri: s3://bucket/elsewhere")),
    healthy: true,
  },
  {
    name: "a metric of two fields, as 0.x wrote it",
    apply: replace(HEALTHY.metric, "1709193600 0.9\n1709193601 0.7\n"),
    healthy: true,
  },
  {
    name: "a metric of five fields",
    apply: replace(HEALTHY.metric, "1709193600000 0.9 7 train-set a4147ad3\n"),
    healthy: true,
  },
];
