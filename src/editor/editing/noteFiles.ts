import {
  commands,
  EventEmitter,
  type FileChangeEvent,
  FileChangeType,
  type FileStat,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  Disposable as Registration,
  Uri,
  workspace,
} from "vscode";
import { type RunRef, refKey } from "../../core/model/run.ts";
import { NOTE_TAG } from "../../core/model/runEdit.ts";
import { textOf } from "../../core/model/text.ts";
import type { RunRow } from "../../core/model/views.ts";
import { Disposable } from "../base/disposable.ts";
import { t } from "../base/l10n.ts";
import { NOTE_SCHEME } from "../base/names.ts";
import type { EngineHost } from "../engineHost.ts";
import { concerns } from "../page/runEditor.ts";
import { refOfUri, runUri } from "../page/runUri.ts";

/** Runs' notes as Markdown files: edited in an ordinary editor with all its undoing, written to the run when saved. */
export class NoteFiles extends Disposable implements FileSystemProvider {
  private readonly host: EngineHost;
  private readonly changed = this.register(new EventEmitter<FileChangeEvent[]>());
  readonly onDidChangeFile = this.changed.event;
  /** When a note was last seen to change, by run. */
  private readonly times = new Map<string, number>();
  /** What editors were last given, by run: a change of anything else in the run is none of theirs. */
  private readonly texts = new Map<string, string>();
  private readonly open = new Map<string, { readonly uri: Uri; readonly ref: RunRef }>();

  constructor(host: EngineHost) {
    super();
    this.host = host;
    this.register(workspace.registerFileSystemProvider(NOTE_SCHEME, this, { isCaseSensitive: true }));
    this.register(
      host.onDidChange((change) => {
        for (const { uri, ref } of this.open.values()) if (concerns(change, ref)) void this.compare(uri, ref);
      }),
    );
  }

  async edit(row: Pick<RunRow, "ref" | "label">): Promise<void> {
    const { path, query } = runUri(row);
    await commands.executeCommand("vscode.open", Uri.from({ scheme: NOTE_SCHEME, path: `${path}.md`, query }));
  }

  watch(uri: Uri): Registration {
    const ref = this.refOf(uri);
    this.open.set(uri.toString(), { uri, ref });
    return new Registration(() => this.open.delete(uri.toString()));
  }

  async stat(uri: Uri): Promise<FileStat> {
    const mtime = this.times.get(refKey(this.refOf(uri))) ?? 0;
    return { type: FileType.File, ctime: 0, mtime, size: (await this.readFile(uri)).byteLength };
  }

  async readFile(uri: Uri): Promise<Uint8Array> {
    const view = await this.host.engine.run(this.refOf(uri));
    if (view === null) throw FileSystemError.FileNotFound(t("The run is no longer there."));
    const text = textOf(view.tags, NOTE_TAG) ?? "";
    this.texts.set(refKey(view.row.ref), text);
    return new TextEncoder().encode(text);
  }

  /** An empty note is none. */
  async writeFile(uri: Uri, content: Uint8Array): Promise<void> {
    if (!workspace.isTrusted) {
      throw FileSystemError.NoPermissions(t("Runs are not changed in Restricted Mode. Trust this workspace first."));
    }
    const ref = this.refOf(uri);
    const value = new TextDecoder().decode(content);
    const before = this.texts.get(refKey(ref)) ?? "";
    // Told of before it is written: what the engine sees then is what is already known.
    this.texts.set(refKey(ref), value.trim() === "" ? "" : value);
    const key = NOTE_TAG;
    const edit =
      value.trim() === "" ? ({ kind: "remove-tag", key } as const) : ({ kind: "set-tag", key, value } as const);
    const outcome = await this.host.engine.editRun(ref, edit);
    if (!outcome.done) {
      this.texts.set(refKey(ref), before);
      throw FileSystemError.NoPermissions(outcome.reason);
    }
    this.touch(uri, ref);
  }

  readDirectory(): [string, FileType][] {
    return [];
  }

  createDirectory(): never {
    throw FileSystemError.NoPermissions();
  }

  delete(): never {
    throw FileSystemError.NoPermissions();
  }

  rename(): never {
    throw FileSystemError.NoPermissions();
  }

  /** Tells editors of a note that somebody else changed. */
  private async compare(uri: Uri, ref: RunRef): Promise<void> {
    const before = this.texts.get(refKey(ref));
    const view = await this.host.engine.run(ref).catch(() => null);
    const text = view === null ? undefined : (textOf(view.tags, NOTE_TAG) ?? "");
    if (text !== undefined && before !== undefined && text !== this.texts.get(refKey(ref))) {
      this.texts.set(refKey(ref), text);
      this.touch(uri, ref);
    }
  }

  private touch(uri: Uri, ref: RunRef): void {
    this.times.set(refKey(ref), Date.now());
    this.changed.fire([{ type: FileChangeType.Changed, uri }]);
  }

  private refOf(uri: Uri): RunRef {
    const ref = refOfUri(uri);
    if (ref === null) throw FileSystemError.FileNotFound(uri);
    return ref;
  }
}
