import { basename, dirname } from "node:path";
import { RelativePattern, Uri, workspace } from "vscode";
import { Disposable } from "../base/disposable.ts";
import type { Findings } from "./findings.ts";

/** Files with an entry that are followed one by one; of more, the first. */
const FOLLOWED = 50;

/** Follows the files in which something is wrong, and those saved here: runs that nobody looks at are not followed else. */
export class DamagedFiles extends Disposable {
  private readonly findings: Findings;
  private readonly watchers = new Map<string, { dispose(): void }>();

  constructor(findings: Findings) {
    super();
    this.findings = findings;
    this.register(findings.onDidChange(() => this.follow()));
    this.register(
      workspace.onDidSaveTextDocument(({ uri }) => (uri.scheme === "file" ? findings.note(uri.fsPath) : undefined)),
    );
    this.register({ dispose: () => this.stopAllBut(new Set()) });
  }

  private follow(): void {
    const files = new Set(this.findings.current.folds.flatMap(({ places }) => places.map(({ file }) => file)));
    const wanted = new Set([...files].slice(0, FOLLOWED));
    this.stopAllBut(wanted);
    for (const file of wanted) if (!this.watchers.has(file)) this.watchers.set(file, this.watch(file));
  }

  private watch(file: string): { dispose(): void } {
    // What a glob would take for more than itself stands for any one character.
    const name = basename(file).replace(/[[\]{}*!,]/g, "?");
    const watcher = workspace.createFileSystemWatcher(new RelativePattern(Uri.file(dirname(file)), name));
    const note = () => this.findings.note(file);
    watcher.onDidChange(note);
    watcher.onDidCreate(note);
    watcher.onDidDelete(note);
    return watcher;
  }

  private stopAllBut(wanted: ReadonlySet<string>): void {
    for (const [file, watcher] of this.watchers) {
      if (wanted.has(file)) continue;
      watcher.dispose();
      this.watchers.delete(file);
    }
  }
}
