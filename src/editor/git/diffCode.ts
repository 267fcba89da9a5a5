import { dirname } from "node:path";
import { commands, type Uri, window, workspace } from "vscode";
import type { RunRef } from "../../core/model/run.ts";
import { type SourceCode, sourceCode } from "../../core/model/sourceCode.ts";
import type { RunView } from "../../core/model/views.ts";
import type { Engine } from "../../engine/engine.ts";
import type { Git } from "../../engine/git/process.ts";
import { changesBetween, commitOf, topOf } from "../../engine/git/repository.ts";
import { t } from "../base/l10n.ts";
import { printable } from "../tree/markdown.ts";
import type { CommitDocuments } from "./commitDocuments.ts";

/** Files opened in one diff at most; the title says how many there are. */
const FILES = 300;

interface Side {
  readonly label: string;
  readonly code: SourceCode;
}

/** A file in the multi-diff editor: what it is called, and its two sides. */
type Resource = readonly [label: Uri, before: Uri | undefined, after: Uri | undefined];

/** Diff Code: what changed between the commits that two runs were made by, in the multi-diff editor. */
export class CodeDiff {
  private readonly git: Git;
  private readonly documents: CommitDocuments;

  constructor(git: Git, documents: CommitDocuments) {
    this.git = git;
    this.documents = documents;
  }

  /** Opens the diff, or says in one sentence why there is none. */
  async open(engine: Engine, refs: readonly RunRef[]): Promise<void> {
    const said = await this.tryOpen(engine, refs);
    if (said !== null) void window.showInformationMessage(said);
  }

  private async tryOpen(engine: Engine, refs: readonly RunRef[]): Promise<string | null> {
    const [first, second] = refs;
    if (first === undefined || second === undefined || refs.length > 2)
      return t("Select two runs to see how their code differs.");
    if (!workspace.isTrusted)
      return t("Git is not run in Restricted Mode. Trust this workspace to see how the code differs.");
    const views = await Promise.all([engine.run(first), engine.run(second)]);
    const [before, after] = views.map(sideOf);
    if (before == null || after == null) return t("A run is no longer there.");
    for (const { label, code } of [before, after]) {
      if (code.commit === "") return t("{0} does not say which commit it was made by.", label);
    }
    return this.openSides(first, before, after);
  }

  private async openSides(ref: RunRef, before: Side, after: Side): Promise<string | null> {
    const found = await this.findCommits(ref, before.code.commit, after.code.commit);
    if (typeof found === "string")
      return t("Commit {0} is not in this repository. Fetch it, then try again.", printable(found.slice(0, 40)));
    const [from, to] = found.commits;
    const changes = from === to ? [] : await changesBetween(this.git, found.top, from, to);
    const place = (commit: string, path: string | null) =>
      path === null ? undefined : this.documents.fileUri({ top: found.top, commit, path });
    const files = changes.slice(0, FILES).map((change): Resource => {
      const left = place(from, change.before);
      const right = place(to, change.after);
      return [(right ?? left) as Uri, left, right];
    });
    const patches = this.patches(before, after);
    if (files.length + patches.length === 0) return nothingDiffers(from, to, before, after);
    await commands.executeCommand("vscode.changes", titleOf(before, after, changes.length), [...patches, ...files]);
    return null;
  }

  /** The repository that has both commits: the store's own, else one of the workspace's. Else the commit missing. */
  private async findCommits(ref: RunRef, before: string, after: string) {
    const folders = [dirname(ref.store), ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath)];
    let missing = before;
    for (const folder of new Set(folders)) {
      const top = await topOf(this.git, folder);
      if (top === null) continue;
      const from = await commitOf(this.git, top, before);
      const to = await commitOf(this.git, top, after);
      if (from !== null && to !== null) return { top, commits: [from, to] as const };
      if (from !== null) missing = after;
    }
    return missing;
  }

  /** Changes that were not committed when the runs were made, where they were logged. */
  private patches(before: Side, after: Side): Resource[] {
    if (before.code.patch === after.code.patch) return [];
    const name = (side: "a" | "b") => `${t("uncommitted changes")}/${side}.diff`;
    const left = this.documents.textUri(name("a"), before.code.patch);
    const right = this.documents.textUri(name("b"), after.code.patch);
    return [[right, left, right]];
  }
}

function sideOf(view: RunView | null): Side | null {
  return view === null ? null : { label: printable(view.row.label), code: sourceCode(view.tags) };
}

function nothingDiffers(from: string, to: string, before: Side, after: Side): string {
  const commit = from.slice(0, 8);
  const dirty = [before, after]
    .filter(({ code }) => code.dirty === true && code.patch === "")
    .map(({ label }) => label);
  if (dirty.length > 0)
    return t(
      "Commit {0} is the same, but {1} ran with uncommitted changes that were not logged.",
      commit,
      dirty.join(", "),
    );
  if (from === to) return t("Both runs were made by commit {0}.", commit);
  return t("No file differs between the commits {0} and {1}.", commit, to.slice(0, 8));
}

function titleOf(before: Side, after: Side, files: number): string {
  const side = ({ label, code }: Side) => {
    const commit = code.commit.slice(0, 8);
    return code.dirty === true ? t("{0} ({1}, with uncommitted changes)", label, commit) : `${label} (${commit})`;
  };
  const pair = t("{0} ↔ {1}", side(before), side(after));
  return files > FILES ? t("{0}: first {1} of {2} files", pair, FILES, files) : pair;
}
