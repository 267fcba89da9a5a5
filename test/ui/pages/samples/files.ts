import type { ArtifactPreview } from "../../../../src/core/artifacts/preview.ts";
import { alignFiles, type ShownFile } from "../../../../src/core/compare/alignFiles.ts";
import { tableDiff } from "../../../../src/core/compare/tables/tableDiff.ts";
import type { ComparedFiles, FileContents, OwnedFile } from "../../../../src/core/model/comparedFiles.ts";
import type { TableComparison } from "../../../../src/core/model/tableDiff.ts";

const UUID = "4c16fbe3-9921-45b8-a705-f525d18674fc";
const STEPS = [0, 10, 20, 30];

/** Files of so many runs: some the same, some not, some in one run only, and images of several steps. */
export function comparedFiles(runs: number): ComparedFiles {
  const lists = Array.from({ length: runs }, (_, run) => filesOf(run));
  return { rows: alignFiles(lists), reasons: lists.map(() => null), cut: false };
}

function filesOf(run: number): readonly ShownFile[] {
  const own: readonly (readonly [path: string, size: number])[] = [
    ["config.json", 812],
    ["metrics.csv", 5120],
    ["plots/residuals.bmp", 30_054],
    ["report.md", run === 1 ? 2400 : 2048],
    ...(run === 1 ? [["plots/only-here.bmp", 30_054] as const] : []),
    ...STEPS.slice(0, run === 2 ? 2 : 4).map(
      (step) => [`images/val#samples+step+${step}+timestamp+${1000 + step}+${UUID}.png`, 30_054] as const,
    ),
  ];
  return own.map(([path, size]) => ({ shown: path, path, size }));
}

/** Configurations are all alike, everything else is each run's own. */
export function contentsOfFiles(files: readonly OwnedFile[]): FileContents {
  return files.map(({ path }, index) => (path === "config.json" ? 0 : index));
}

export function previewOfFile({ owner, path }: OwnedFile): ArtifactPreview {
  const run = owner.kind === "run" ? Number.parseInt(owner.ref.run, 16) % 7 : 0;
  if (/\.(bmp|png)$/.test(path)) return { kind: "image", mediaType: "image/bmp", bytes: bitmap(100, run, path.length) };
  if (path.endsWith(".csv")) {
    const rows = Array.from({ length: 6 }, (_, row) => [
      `fold ${row}`,
      (0.4 + ((row * 7 + run) % 5) / 100).toFixed(2),
      "12",
    ]);
    return { kind: "table", columns: ["fold", "rmse", "rows"], rows, total: 6 };
  }
  const text = path.endsWith(".json") ? '{\n  "max_depth": 12\n}' : `# Report\n\nRun ${run} of the week.`;
  return { kind: "text", language: path.endsWith(".md") ? "markdown" : "json", text, cut: false };
}

export function diffOfTables(left: OwnedFile, right: OwnedFile, key: string | null): TableComparison {
  const [ours, theirs] = [left, right].map((file) => {
    const preview = previewOfFile(file);
    if (preview.kind !== "table") return null;
    return { columns: preview.columns, rows: preview.rows, isCut: false };
  });
  if (!ours || !theirs) return { diff: null, reason: `${right.path} is no table.` };
  return { diff: tableDiff(ours, theirs, key), reason: null };
}

/** An uncompressed picture: a gradient with a disc that moves from run to run. */
function bitmap(size: number, run: number, seed: number): Uint8Array {
  const stride = size * 3 + ((4 - ((size * 3) % 4)) % 4);
  const bytes = new Uint8Array(54 + stride * size);
  const header = new DataView(bytes.buffer);
  bytes.set([0x42, 0x4d]);
  for (const [at, value] of [
    [2, bytes.length],
    [10, 54],
    [14, 40],
    [18, size],
    [22, size],
    [34, stride * size],
  ] as const) {
    header.setUint32(at, value, true);
  }
  header.setUint16(26, 1, true);
  header.setUint16(28, 24, true);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const inside = (x - 50 - run * 3) ** 2 + (y - 50) ** 2 < (10 + (seed % 20)) ** 2;
      bytes.set(inside ? [60, 120, 240] : [x * 2, y * 2, 90], 54 + y * stride + x * 3);
    }
  }
  return bytes;
}
