import {
  type Event,
  EventEmitter,
  FileDecoration,
  type FileDecorationProvider,
  ThemeColor,
  type Uri,
  window,
} from "vscode";
import { refKey } from "../../core/model/run.ts";
import type { RunRow } from "../../core/model/views.ts";
import { Disposable } from "../base/disposable.ts";
import { t } from "../base/l10n.ts";
import { ROW_SCHEME, RUN_SCHEME } from "../base/names.ts";
import { refOfUri } from "../page/runUri.ts";
import type { NodeCache } from "./nodeCache.ts";
import { problemCount } from "./runText.ts";

/** Colours rows by their state: damaged ones stand out, deleted and empty ones step back. Words say it too. */
export class Decorations extends Disposable implements FileDecorationProvider {
  private readonly cache: NodeCache;
  private readonly changed = this.register(new EventEmitter<undefined>());
  readonly onDidChangeFileDecorations = this.changed.event;

  constructor(cache: NodeCache, onRedraw: Event<unknown>) {
    super();
    this.cache = cache;
    this.register(window.registerFileDecorationProvider(this));
    this.register(onRedraw(() => this.changed.fire(undefined)));
  }

  provideFileDecoration(uri: Uri): FileDecoration | undefined {
    if (uri.scheme === ROW_SCHEME) return uri.path === "/damaged" ? damaged(t("Damaged data")) : dimmed();
    if (uri.scheme !== RUN_SCHEME) return undefined;
    const ref = refOfUri(uri);
    const node = ref === null ? undefined : this.cache.get(`run\n${refKey(ref)}`);
    return node?.kind === "run" ? decorationOf(node.row) : undefined;
  }
}

function decorationOf(row: RunRow): FileDecoration | undefined {
  if (row.problems > 0 || row.status === "unreadable") return damaged(problemCount(Math.max(1, row.problems)));
  return row.lifecycle === "deleted" ? dimmed() : undefined;
}

function damaged(words: string): FileDecoration {
  return new FileDecoration("!", words, new ThemeColor("list.warningForeground"));
}

function dimmed(): FileDecoration {
  return new FileDecoration(undefined, undefined, new ThemeColor("disabledForeground"));
}
