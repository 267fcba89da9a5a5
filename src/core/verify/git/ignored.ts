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

export const DEPLOYED_IGNORED = gitRule({
  id: "MLR309",
  title: "Model file of a deployment that Git ignores",
  why: "A clone has the file that says what is deployed, and not the model: nobody else can serve it or go back to it.",
  mend: "Take the model out of the .gitignore line named and commit it, by Git LFS where it is large.",
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
  const more = new Set(paths.map(({ owner }) => owner)).size - 1;
  const others = more === 0 ? "" : `; so it is with ${more.toLocaleString("en-US")} more`;
  return [
    { rule, ...placeOf(first), message: `${quoted(first.pattern)} keeps ${namedPath(first)} out of Git${others}.` },
  ];
}

/** `artifacts/model.pkl of 298101ce`: a run or logged model by the beginning of its id. */
function namedPath({ path, owner }: IgnoredPath): string {
  const id = owner.slice(owner.lastIndexOf("/") + 1);
  const inner = path.startsWith(`${owner}/`) ? path.slice(owner.length + 1) : path.replace(/^(?:\.\.\/)+/, "");
  return `${inner.replace(/\/$/, "").slice(0, 200)} of ${id.slice(0, id.startsWith("m-") ? 10 : 8)}`;
}

/** Model files that are ignored, and the committed file that names each: one finding for each line. */
export function ignoredModels(ignored: readonly { readonly line: IgnoredPath; readonly namedBy: string }[]): Found[] {
  const lines = new Map<string, { readonly line: IgnoredPath; readonly namedBy: string; more: number }>();
  for (const { line, namedBy } of ignored) {
    const key = `${line.source}\n${line.line}`;
    const known = lines.get(key);
    if (known) known.more++;
    else lines.set(key, { line, namedBy, more: 0 });
  }
  return [...lines.values()].map(({ line, namedBy, more }) => {
    const others = more === 0 ? "" : `; so it is with ${counts(more, "more file")}`;
    const message = `${quoted(line.pattern)} keeps ${line.path.slice(0, 200)} out of Git, and ${namedBy.slice(0, 200)} names it${others}.`;
    return { rule: DEPLOYED_IGNORED, ...placeOf(line), message };
  });
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
