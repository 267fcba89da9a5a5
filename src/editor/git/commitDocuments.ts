import { type TextDocumentContentProvider, Uri, workspace } from "vscode";
import type { Git } from "../../engine/git/process.ts";
import { fileAt } from "../../engine/git/repository.ts";
import { Disposable } from "../base/disposable.ts";
import { t } from "../base/l10n.ts";
import { COMMIT_SCHEME } from "../base/names.ts";

/** Larger files are not opened in a diff, in bytes. */
const LIMIT = 5 << 20;
/** As Git does: a file with a zero byte at its beginning is no text. */
const SNIFFED = 8000;

interface Place {
  readonly top: string;
  readonly commit: string;
  readonly path: string;
}

/** Files as they were in a commit, and texts that runs logged, as documents that cannot be changed. */
export class CommitDocuments extends Disposable implements TextDocumentContentProvider {
  private readonly git: Git;
  private readonly texts = new Map<string, string>();

  constructor(git: Git) {
    super();
    this.git = git;
    this.register(workspace.registerTextDocumentContentProvider(COMMIT_SCHEME, this));
  }

  /** The path stands at the end, so that the editor colours it by its ending. */
  fileUri(place: Place): Uri {
    return Uri.from({ scheme: COMMIT_SCHEME, path: `/${place.path}`, query: JSON.stringify(place) });
  }

  /** A text under a name; the newest text of a name is the one shown. */
  textUri(name: string, text: string): Uri {
    const uri = Uri.from({ scheme: COMMIT_SCHEME, path: `/${name}` });
    this.texts.set(uri.toString(), text);
    return uri;
  }

  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const text = this.texts.get(uri.toString());
    if (text !== undefined) return text;
    const place = readPlace(uri.query);
    if (place === null || !workspace.isTrusted) return "";
    const found = await fileAt(this.git, place.top, place.commit, place.path, LIMIT).catch((error: unknown) => error);
    if (found === null) return "";
    if (!(found instanceof Uint8Array)) return found instanceof Error ? `${found.message}\n` : "";
    if (found.subarray(0, SNIFFED).includes(0)) return t("Binary file, {0} bytes", found.length);
    return new TextDecoder().decode(found);
  }
}

function readPlace(query: string): Place | null {
  try {
    const { top, commit, path } = JSON.parse(query) as Partial<Record<keyof Place, unknown>>;
    const isOurs = typeof top === "string" && typeof path === "string" && typeof commit === "string";
    return isOurs && /^[0-9a-f]{40,64}$/.test(commit) ? { top, commit, path } : null;
  } catch {
    return null;
  }
}
