import { counts } from "../counts.ts";
import type { Check, Found } from "../rule.ts";
import type { GitFacts, IgnoredPath } from "./facts.ts";
import { gitRule } from "./gitRule.ts";

export const STORE_IGNORED = gitRule({
  id: "MLR302",
  title: "Store that Git ignores while committed files name its runs",
  why: "A clone has the files that name the runs, and none of the runs: what was deployed or found best cannot be told there.",
  mend: "Take the store out of the .gitignore line named and commit it, or keep it on a tracking server.",
  data: "warning",
});

export const ARTIFACTS_IGNORED = gitRule({
  id: "MLR303",
  title: "Artifacts of committed runs that Git ignores",
  why: "A clone has the runs without these files: whoever loads a model or opens a table from them fails.",
  mend: "Take the artifacts out of the .gitignore line named and commit them, by Git LFS where they are large.",
  data: "warning",
});

export const RUN_FILES_IGNORED = gitRule({
  id: "MLR304",
  title: "Metadata of committed runs that Git ignores",
  why: "A clone has the runs without these params, metrics, tags or links, and nothing in it says that they are missing.",
  mend: "Take the files out of the .gitignore line named, and commit them.",
  data: "warning",
});

/** Whether Git leaves out what committed runs consist of: one finding for each line that says so. */
export const checkIgnored: Check<Pick<GitFacts, "ignored">> = ({ ignored }, tell) => {
  const lines = new Map<string, { readonly rule: typeof ARTIFACTS_IGNORED; readonly paths: IgnoredPath[] }>();
  for (const path of ignored) {
    const rule = METADATA.test(path.path) ? RUN_FILES_IGNORED : ARTIFACTS_IGNORED;
    const key = `${rule.id}\n${path.source}\n${path.line}`;
    const known = lines.get(key) ?? { rule, paths: [] };
    known.paths.push(path);
    lines.set(key, known);
  }
  for (const { rule, paths } of lines.values()) for (const found of ofLine(rule, paths)) tell(found);
};

/** What belongs to a run itself. */
const METADATA = /^(?:\.trash\/)?[^/]+\/[^/]+\/(?:params|metrics|tags|inputs|outputs|meta\.yaml)(?:\/|$)/;

function ofLine(rule: Found["rule"], paths: readonly IgnoredPath[]): Found[] {
  const [first] = paths;
  if (first === undefined) return [];
  const owners = new Set(paths.map(({ owner }) => owner)).size;
  const others = owners === 1 ? "" : `, and the like of ${counts(owners - 1, "more run")}`;
  return [
    {
      rule,
      ...placeOf(first),
      message: `${quoted(first.pattern)} keeps ${first.path.slice(0, 200)} out of Git${others}.`,
    },
  ];
}

/** A store that is ignored, and the committed files that name runs of it. */
export function ignoredStore(line: IgnoredPath, store: string, namedBy: readonly string[]): Found[] {
  const [first, ...rest] = namedBy;
  if (first === undefined) return [];
  const others = rest.length === 0 ? "names a run" : `and ${counts(rest.length, "more file")} name runs`;
  const message = `${quoted(line.pattern)} keeps ${store} out of Git, and ${first.slice(0, 200)} ${others} of it.`;
  return [{ rule: STORE_IGNORED, ...placeOf(line), message }];
}

/** The line of patterns, where it is a file that others have too; else what it hides. */
function placeOf({ source, isInRepository, line, path }: IgnoredPath): Pick<Found, "file" | "line"> {
  return isInRepository ? { file: source, line } : { file: path.replace(/\/$/, "") };
}

function quoted(pattern: string): string {
  return `"${pattern.slice(0, 100)}"`;
}
