import { type TreeView, workspace } from "vscode";
import type { RunRef } from "../../core/model/run.ts";
import type { Engine } from "../../engine/engine.ts";
import { Git } from "../../engine/git/process.ts";
import type { GitRunner } from "../../engine/git/runner.ts";
import { Disposable } from "../base/disposable.ts";
import type { Log } from "../base/log.ts";
import { Command } from "../base/names.ts";
import type { Commands } from "../commands/registry.ts";
import { chosen, refOf } from "../commands/selection.ts";
import type { EngineHost } from "../engineHost.ts";
import type { Node } from "../tree/nodes.ts";
import { CommitDocuments } from "./commitDocuments.ts";

/** Git as the editor uses it: one process runner, ended with the extension. */
export class GitFeatures extends Disposable {
  private readonly git: Git;
  private readonly documents: CommitDocuments;

  constructor(log: Log) {
    super();
    this.git = new Git("git", (line) => log.info(line));
    this.register({ dispose: () => this.git.close() });
    this.documents = this.register(new CommitDocuments(this.git));
  }

  /** Shows how the code of two runs differs. */
  async diff(engine: Engine, refs: readonly RunRef[]): Promise<void> {
    const { CodeDiff } = await import("./diffCode.ts");
    await new CodeDiff(this.git, this.documents).open(engine, refs);
  }

  /** Git for the engine; none in a workspace that is not trusted. */
  trusted(): GitRunner | null {
    return workspace.isTrusted ? this.git : null;
  }
}

/** Diff Code, on two runs selected in the tree or handed over by another command. */
export function registerDiffCode(commands: Commands, git: GitFeatures, host: EngineHost, view: TreeView<Node>): void {
  commands.add(Command.diffCode, (clicked?: Node | readonly RunRef[], selected?: readonly Node[]) => {
    const refs = isRefs(clicked) ? clicked : chosen(clicked, selected, view).flatMap((node) => refOf(node) ?? []);
    return git.diff(host.engine, refs);
  });
}

function isRefs(given: Node | readonly RunRef[] | undefined): given is readonly RunRef[] {
  return Array.isArray(given);
}
