import {
  EVENT_ALIAS,
  EVENT_DOCUMENT,
  EVENT_MAPPING,
  EVENT_POP,
  EVENT_SCALAR,
  EVENT_SEQUENCE,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE,
  YAMLException,
} from "js-yaml";
import type { Place, YamlEntry, YamlNode } from "./yamlNode.ts";

export type YamlTree =
  | { readonly ok: true; readonly root: YamlNode | null }
  /** Why it is no YAML, as a sentence's end, and the 1-based line where that is known. */
  | { readonly ok: false; readonly reason: string; readonly line: number | null };

const BOUNDS = { length: 1 << 20, depth: 64, aliases: 1000, merged: 10_000 } as const;

type Event = ReturnType<typeof parseEvents>[number];

/** The first document of a YAML text with the places of its parts; bounded in length, depth, aliases and merges. */
export function readYamlTree(text: string, file: string): YamlTree {
  if (text.length > BOUNDS.length) return { ok: false, reason: "is larger than 1 MiB", line: null };
  try {
    return new Builder(text, file).build(parseEvents(text, { maxDepth: BOUNDS.depth }));
  } catch (error) {
    if (!(error instanceof YAMLException)) return { ok: false, reason: "cannot be parsed", line: null };
    return { ok: false, reason: `is no YAML: ${error.reason}`, line: error.mark ? error.mark.line + 1 : null };
  }
}

/** A list or map that is still being filled. */
type Open =
  | { readonly kind: "list"; readonly at: Place; readonly anchor: string; readonly items: YamlNode[] }
  | {
      readonly kind: "map";
      readonly at: Place;
      readonly anchor: string;
      readonly entries: Map<string, YamlEntry>;
      readonly merges: YamlNode[];
      key: { readonly text: string; readonly at: Place } | null;
    };

class Builder {
  readonly #text: string;
  readonly #lines: readonly number[];
  readonly #anchors = new Map<string, YamlNode>();
  readonly #open: Open[] = [];
  #root: YamlNode | null = null;
  #aliases = 0;
  #merged = 0;
  #at: Place;

  constructor(text: string, file: string) {
    this.#text = text;
    this.#at = { file, line: 1, column: 1 };
    this.#lines = lineStarts(text);
  }

  build(events: readonly Event[]): YamlTree {
    let documents = 0;
    for (const event of events) {
      if (event.type === EVENT_DOCUMENT && ++documents > 1) break;
      const fault = this.#take(event);
      if (fault !== null) return { ok: false, reason: fault, line: this.#at.line };
    }
    return { ok: true, root: this.#root };
  }

  /** Why the event cannot be; null where it can. */
  #take(event: Event): string | null {
    switch (event.type) {
      case EVENT_SEQUENCE:
      case EVENT_MAPPING: {
        const at = this.#place(event.start);
        const anchor = this.#anchorOf(event);
        const open: Open =
          event.type === EVENT_SEQUENCE
            ? { kind: "list", at, anchor, items: [] }
            : { kind: "map", at, anchor, entries: new Map(), merges: [], key: null };
        this.#open.push(open);
        return null;
      }
      case EVENT_SCALAR: {
        const at = event.valueStart < 0 ? this.#at : this.#place(this.#inked(event.valueStart));
        const text = event.valueStart < 0 ? "" : getScalarValue(this.#text, event);
        const isNull = event.style === SCALAR_STYLE.PLAIN && /^(~|null|Null|NULL|)$/.test(text);
        return this.#put({ kind: "text", text: isNull ? null : text, at }, this.#anchorOf(event));
      }
      case EVENT_ALIAS: {
        this.#place(event.anchorStart);
        const name = this.#anchorOf(event);
        const node = this.#anchors.get(name);
        if (node === undefined) return `uses the alias *${name.slice(0, 60)}, which stands for nothing before it`;
        if (++this.#aliases > BOUNDS.aliases) return `has more than ${BOUNDS.aliases} aliases`;
        return this.#put(node, "");
      }
      case EVENT_POP:
        return this.#close();
      default:
        return null;
    }
  }

  #close(): string | null {
    const open = this.#open.pop();
    if (open === undefined) return null;
    if (open.kind === "list") return this.#put({ kind: "list", items: open.items, at: open.at }, open.anchor);
    for (const merge of open.merges) {
      const maps = merge.kind === "list" ? merge.items : [merge];
      for (const map of maps) if (map.kind === "map" && !this.#merge(open.entries, map.entries)) return TOO_MANY;
    }
    return this.#put({ kind: "map", entries: open.entries, at: open.at }, open.anchor);
  }

  #merge(into: Map<string, YamlEntry>, from: ReadonlyMap<string, YamlEntry>): boolean {
    for (const [key, entry] of from) {
      if (++this.#merged > BOUNDS.merged) return false;
      if (!into.has(key)) into.set(key, entry);
    }
    return true;
  }

  #put(node: YamlNode, anchor: string): string | null {
    if (anchor !== "") this.#anchors.set(anchor, node);
    const open = this.#open.at(-1);
    if (open === undefined) this.#root ??= node;
    else if (open.kind === "list") open.items.push(node);
    else if (open.key === null) {
      open.key = { text: node.kind === "text" ? (node.text ?? "") : "", at: node.at };
    } else {
      const { text: key, at } = open.key;
      open.key = null;
      if (key === "<<") open.merges.push(node);
      else if (open.entries.has(key)) {
        this.#at = at;
        return `has the key ${JSON.stringify(key.slice(0, 60))} twice in one place`;
      } else open.entries.set(key, { key, at, value: node });
    }
    return null;
  }

  /** A block's text begins behind its indentation. */
  #inked(offset: number): number {
    let at = offset;
    while (this.#text[at] === " ") at++;
    return at;
  }

  #anchorOf({ anchorStart, anchorEnd }: { readonly anchorStart: number; readonly anchorEnd: number }): string {
    return anchorStart < 0 ? "" : this.#text.slice(anchorStart, anchorEnd);
  }

  #place(offset: number): Place {
    let low = 0;
    for (let high = this.#lines.length - 1; low < high; ) {
      const middle = (low + high + 1) >> 1;
      if ((this.#lines[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    this.#at = { file: this.#at.file, line: low + 1, column: offset - (this.#lines[low] ?? 0) + 1 };
    return this.#at;
  }
}

const TOO_MANY = `merges more than ${BOUNDS.merged.toLocaleString("en-US")} keys`;

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}
