import { env, type WebviewPanel } from "vscode";
import type { ArtifactPreview } from "../../core/artifacts/preview.ts";
import type { ComparedFiles, FileContents, OwnedFile } from "../../core/model/comparedFiles.ts";
import type { ComparedModel } from "../../core/model/comparedParts.ts";
import { type RunRef, refKey } from "../../core/model/run.ts";
import type { ArtifactOwner, Comparison, RunRow, Series, SeriesView } from "../../core/model/views.ts";
import { Channel } from "../../protocol/channel.ts";
import type { FileOfRun } from "../../protocol/compare.ts";
import type { OpenOptions } from "../../protocol/run.ts";
import type { RunsHost, RunsPageEvents } from "../../protocol/runs.ts";
import { runsHostGuards } from "../../protocol/runsGuards.ts";
import { Disposable } from "../base/disposable.ts";
import type { EngineHost } from "../engineHost.ts";
import { openRef } from "../page/openRun.ts";
import { concerns } from "../page/runEditor.ts";
import { saveFile } from "../page/saveFile.ts";
import { portOf } from "../page/webviewPage.ts";
import { arranged } from "./arranged.ts";
import { diffArtifacts, openArtifact } from "./comparedFiles.ts";
import { comparisonTitle } from "./comparisonTitle.ts";

/** One comparison: the runs pinned in it, answered for while its tab is open. */
export class ComparePanel extends Disposable implements RunsHost {
  private readonly host: EngineHost;
  private readonly panel: WebviewPanel;
  private readonly ready: () => Promise<void>;
  private refs: readonly RunRef[];
  /** Of the pinned runs those that were there when last asked. */
  private shown: readonly RunRow[] = [];
  private readonly channel: Channel<RunsPageEvents, RunsHost>;

  constructor(host: EngineHost, panel: WebviewPanel, refs: readonly RunRef[], ready: () => Promise<void>) {
    super();
    this.host = host;
    this.panel = panel;
    this.refs = refs;
    this.ready = ready;
    this.channel = new Channel<RunsPageEvents, RunsHost>(portOf(panel.webview), this, runsHostGuards);
    this.register({ dispose: () => this.channel.dispose() });
    this.register(panel.onDidDispose(() => this.dispose()));
    this.register(panel.onDidChangeViewState(() => (panel.visible ? void this.update() : undefined)));
    this.register(
      host.onDidChange((change) => (this.refs.some((ref) => concerns(change, ref)) ? void this.update() : undefined)),
    );
  }

  async load(): Promise<Comparison> {
    await this.ready();
    const comparison = await this.host.engine.compare(this.refs);
    this.panel.title = comparisonTitle(comparison);
    this.shown = comparison.runs;
    return comparison;
  }

  series(key: string, refs: readonly RunRef[], maxPoints: number, view: SeriesView): Promise<readonly Series[]> {
    const pinned = new Set(this.refs.map(refKey));
    return this.host.engine.series(
      refs.filter((ref) => pinned.has(refKey(ref))),
      key,
      maxPoints,
      view,
    );
  }

  async unpin(ref: RunRef): Promise<void> {
    this.refs = this.refs.filter((pinned) => refKey(pinned) !== refKey(ref));
    await this.update();
  }

  async arrange(refs: readonly RunRef[]): Promise<void> {
    this.refs = arranged(this.refs, refs);
    await this.update();
  }

  models(): Promise<readonly ComparedModel[]> {
    return this.host.engine.compareModels(this.shown.map(({ ref }) => ref));
  }

  files(): Promise<ComparedFiles> {
    return this.host.engine.compareFiles(this.shown.map(({ ref }) => ref));
  }

  fileContents(files: readonly OwnedFile[]): Promise<FileContents> {
    return this.host.engine.fileContents(files);
  }

  preview(owner: ArtifactOwner, path: string): Promise<ArtifactPreview> {
    return this.host.engine.preview(owner, path);
  }

  openArtifact(owner: ArtifactOwner, path: string): Promise<void> {
    return openArtifact(this.host.engine, { owner, path });
  }

  diffFiles(left: FileOfRun, right: FileOfRun): Promise<void> {
    const label = (wanted: RunRef): string =>
      this.shown.find(({ ref }) => refKey(ref) === refKey(wanted))?.label ?? wanted.run.slice(0, 8);
    return diffArtifacts(this.host.engine, left, right, [label(left.ref), label(right.ref)]);
  }

  open(ref: RunRef, { toSide }: OpenOptions): Promise<void> {
    return openRef(this.host.engine, ref, { toSide, preview: true });
  }

  async copy(text: string): Promise<void> {
    await env.clipboard.writeText(text);
  }

  saveFile(name: string, bytes: Uint8Array): Promise<void> {
    return saveFile(name, bytes);
  }

  private async update(): Promise<void> {
    const comparison = await this.load().catch(() => null);
    if (comparison !== null) this.channel.tell("changed", comparison);
  }
}
