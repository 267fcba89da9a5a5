import type { ComparedFile, FileContents } from "../../../../core/model/comparedFiles.ts";

/**
 * How a run's file stands to the baseline's: `only` where the baseline has none, `unknown` while or where nobody has
 * compared their bytes.
 */
export type Sameness = "absent" | "baseline" | "only" | "same" | "differs" | "unknown";

/** Other sizes are other bytes; for equal sizes the contents decide, once they are known. */
export function samenessOf(file: ComparedFile, run: number, baseline: number, contents: FileContents | null): Sameness {
  const at = file.files.findIndex((own) => own.run === run);
  const base = file.files.findIndex((own) => own.run === baseline);
  const [own, other] = [file.files[at], file.files[base]];
  if (own === undefined) return "absent";
  if (run === baseline) return "baseline";
  if (other === undefined) return "only";
  if (own.size !== other.size) return "differs";
  return byContents(contents?.[at] ?? null, contents?.[base] ?? null);
}

function byContents(own: number | null, other: number | null): Sameness {
  if (own === null || other === null) return "unknown";
  return own === other ? "same" : "differs";
}
