import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { RunEdit } from "../../src/core/model/runEdit.ts";
import type { RunRow } from "../../src/core/model/views.ts";
import type { Engine } from "../../src/engine/engine.ts";
import { openEngine } from "../../src/engine/local.ts";

interface Item {
  readonly row: RunRow;
  readonly name: string;
  readonly tags: Readonly<Record<string, string>>;
}

interface ReadBack {
  readonly name: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly theirs: Readonly<Record<string, string>>;
}

/**
 * Changes the runs of two copies of one store, one by us and one by the real MLflow: what MLflow reads of ours must be
 * what was set, and both must hold the same bytes. Returns how many differ.
 */
export async function compareEdits(python: string): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "mlflow-runs-edits-"));
  const [ours, theirs] = ["ours", "theirs"].map((name) => copyStore(join(folder, name)));
  const engine = openEngine();
  try {
    if (ours === undefined || theirs === undefined) return 1;
    await engine.open({
      stores: [{ key: ours, kind: "file", base: folder, label: "." }],
      cacheFolder: null,
      watch: false,
    });
    await engine.settled();
    const items = await itemsOf(engine, ours);
    for (const item of items) await editAll(engine, item);
    const asked = items.map(({ row, name, tags }) => ({ ours, theirs, run: row.id, name, tags, removed: [] }));
    const { stdout, stderr } = spawnSync(python, ["-W", "ignore", "test/mlflow/edits.py"], {
      input: JSON.stringify(asked),
      encoding: "utf8",
      maxBuffer: 1 << 28,
    });
    if (stdout === "") throw new Error(stderr);
    const read: readonly ReadBack[] = JSON.parse(stdout);
    const differences = items.flatMap((item, i) => differenceOf(item, read[i], ours, theirs));
    for (const difference of differences.slice(0, 20)) console.log(difference);
    console.log(`edits: ${items.length} runs renamed and tagged, ${differences.length} differ`);
    return differences.length;
  } finally {
    await engine.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** With the empty folders that Git drops, without which MLflow finds no run. */
function copyStore(folder: string): string {
  const store = join(folder, "mlruns");
  cpSync("test/fixtures/3.18.0-file/mlruns", store, { recursive: true });
  return store;
}

const NAMES: readonly string[] = [
  ...[
    "plain",
    "1e-3",
    "yes",
    "null",
    "",
    "it's",
    'say "so"',
    "a: b",
    "a #b",
    "größe 実験",
    "🚀 launch",
    "word ".repeat(40).trim(),
  ],
  ...[
    "two\nlines",
    "tab\there",
    "- dash",
    "trailing ",
    "2024-01-01",
    "[list]",
    "{map}",
    "&anchor",
    "~",
    "0x1F",
    "\u0085next",
  ],
].filter((name) => name.trim() !== "");

async function itemsOf(engine: Engine, store: string): Promise<Item[]> {
  const order = { by: "start", descending: true } as const;
  const selection = { store, experiments: null, filter: "", lifecycle: "active", order } as const;
  const { rows } = await engine.runs({ ...selection, grouping: "none", offset: 0, limit: 1000 });
  const editable = rows.filter(({ status, lifecycle }) => status !== "live" && lifecycle === "active");
  return editable.map((row, i) => {
    const name = `${NAMES[i % NAMES.length]}`;
    for (const folder of ["params", "metrics", "artifacts", "tags"]) {
      for (const side of [store, store.replace(/ours/, "theirs")]) {
        mkdirSync(join(side, row.ref.experiment, row.ref.run, folder), { recursive: true });
      }
    }
    return {
      row,
      name,
      tags: { "mlflow.note.content": `# ${name}\n\nnote ${i}\n`, "crew/größe": ` ${name} `, empty: "" },
    };
  });
}

async function editAll(engine: Engine, { row, name, tags }: Item): Promise<void> {
  const edits: RunEdit[] = [
    { kind: "rename", name },
    ...Object.entries(tags).map(([key, value]): RunEdit => ({ kind: "set-tag", key, value })),
  ];
  for (const edit of edits) {
    const outcome = await engine.editRun(row.ref, edit);
    if (!outcome.done) throw new Error(`${row.label}: ${outcome.reason}`);
  }
}

function differenceOf({ row, name, tags }: Item, read: ReadBack | undefined, ours: string, theirs: string): string[] {
  const file = (side: string, path: string): string =>
    readFileSync(join(side, row.ref.experiment, row.ref.run, path), "utf8");
  const found: string[] = [];
  if (read?.name !== name) found.push(`${JSON.stringify(name)} is read back as ${JSON.stringify(read?.name)}`);
  if (!isDeepStrictEqual(read?.tags, read?.theirs)) found.push(`${row.id}: tags are ${JSON.stringify(read?.tags)}`);
  for (const path of ["meta.yaml", ...Object.keys(tags).map((key) => `tags/${key}`), "tags/mlflow.runName"]) {
    if (file(ours, path) !== file(theirs, path)) {
      found.push(`${path} of ${row.id}:\n${file(ours, path)}---\n${file(theirs, path)}`);
    }
  }
  return found;
}
