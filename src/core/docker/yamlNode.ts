/** Where something begins in a file, line and column 1-based; columns count UTF-16 units. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** YAML with its places: every scalar as text, plain null as null, aliases and merge keys followed. */
export type YamlNode =
  | { readonly kind: "text"; readonly text: string | null; readonly at: Place }
  | { readonly kind: "list"; readonly items: readonly YamlNode[]; readonly at: Place }
  | { readonly kind: "map"; readonly entries: ReadonlyMap<string, YamlEntry>; readonly at: Place };

export interface YamlEntry {
  readonly key: string;
  /** Of the key. */
  readonly at: Place;
  readonly value: YamlNode;
}

/** Entries of a list or map that are looked at: more than any person writes. */
const MOST = 200;

export function entry(node: YamlNode | undefined, key: string): YamlEntry | undefined {
  return node?.kind === "map" ? node.entries.get(key) : undefined;
}

export function member(node: YamlNode | undefined, key: string): YamlNode | undefined {
  return entry(node, key)?.value;
}

export function entriesOf(node: YamlNode | undefined): readonly YamlEntry[] {
  return node?.kind === "map" ? [...node.entries.values()].slice(0, MOST) : [];
}

export function itemsOf(node: YamlNode | undefined): readonly YamlNode[] {
  return node?.kind === "list" ? node.items.slice(0, MOST) : [];
}
