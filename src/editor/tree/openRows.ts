/** Rows kept at most, those touched last. */
const MOST = 200;
/** Longer ids, such as those of artifacts very deep, are not kept. */
const LONGEST = 4000;

/** Which rows people opened and closed, kept over reloads: VS Code itself remembers that only while a window lives. */
export class OpenRows {
  /** True for opened, false for closed; the row touched last comes last. */
  private readonly rows: Map<string, boolean>;
  private readonly keep: (state: unknown) => void;

  /** `kept`: what `keep` was last given, maybe by another version. */
  constructor(kept: unknown, keep: (state: unknown) => void) {
    const entries: unknown[] = Array.isArray(kept) ? kept : [];
    this.rows = new Map(entries.filter(isEntry));
    this.keep = keep;
  }

  /** `first`: whether it is open where nobody has touched it. */
  isOpen(id: string, first: boolean): boolean {
    return this.rows.get(id) ?? first;
  }

  set(id: string, open: boolean): void {
    if (id.length > LONGEST) return;
    this.rows.delete(id);
    this.rows.set(id, open);
    const [oldest] = this.rows.keys();
    if (this.rows.size > MOST && oldest !== undefined) this.rows.delete(oldest);
    this.keep([...this.rows]);
  }
}

function isEntry(entry: unknown): entry is [string, boolean] {
  return Array.isArray(entry) && typeof entry[0] === "string" && typeof entry[1] === "boolean";
}

const KEY = "tree.open";

interface Memento {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

/** The rows that were open in this workspace. */
export function openRowsIn(memento: Memento): OpenRows {
  return new OpenRows(memento.get(KEY), (rows) => void memento.update(KEY, rows));
}
