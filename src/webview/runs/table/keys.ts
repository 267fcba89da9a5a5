/** A key as an event tells of it. */
export interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** What keys do in a line beside moving the cursor. */
export type RowCommand =
  | "open"
  | "openToSide"
  | "pin"
  | "toggleSelection"
  | "selectAll"
  | "clear"
  | "copy"
  | "menu"
  | "filter"
  | "expand"
  | "collapse";

const ANYWHERE = {
  Escape: "clear",
  ContextMenu: "menu",
  "Shift+F10": "menu",
  "/": "filter",
  "Shift+/": "filter",
  "Ctrl+f": "filter",
} as const;

const IN_ROWS = commands<RowCommand>({
  ...ANYWHERE,
  Enter: "open",
  "Ctrl+Enter": "openToSide",
  "Alt+Enter": "openToSide",
  " ": "pin",
  "Ctrl+ ": "toggleSelection",
  "Shift+ ": "toggleSelection",
  "Ctrl+a": "selectAll",
  "Ctrl+c": "copy",
  "Alt+ArrowRight": "expand",
  "Alt+ArrowLeft": "collapse",
});

/** What keys do at a header beside moving the cursor. */
export type HeadCommand =
  | "sort"
  | "addSort"
  | "moveLeft"
  | "moveRight"
  | "narrower"
  | "wider"
  | "fit"
  | "hide"
  | "menu"
  | "filter"
  | "clear";

const IN_HEADER = commands<HeadCommand>({
  ...ANYWHERE,
  Enter: "sort",
  " ": "sort",
  "Shift+Enter": "addSort",
  "Shift+ ": "addSort",
  "Alt+ArrowLeft": "moveLeft",
  "Alt+ArrowRight": "moveRight",
  "Shift+ArrowLeft": "narrower",
  "Shift+ArrowRight": "wider",
  "Alt+Enter": "fit",
  "Alt+ArrowDown": "menu",
  Delete: "hide",
});

/** The command of a key in a line; null for keys that are none. */
export function rowCommand(pressed: Pressed): RowCommand | null {
  return IN_ROWS.get(chord(pressed)) ?? null;
}

/** The command of a key at a header; null for keys that are none. */
export function headCommand(pressed: Pressed): HeadCommand | null {
  return IN_HEADER.get(chord(pressed)) ?? null;
}

function commands<Command>(byKey: Readonly<Record<string, Command>>): ReadonlyMap<string, Command> {
  return new Map(Object.entries(byKey));
}

/** `Ctrl+Alt+Shift+key`; the command key of a Mac counts as Ctrl. */
function chord({ key, ctrlKey, metaKey, altKey, shiftKey }: Pressed): string {
  const parts = [ctrlKey || metaKey ? "Ctrl" : "", altKey ? "Alt" : "", shiftKey ? "Shift" : ""];
  return [...parts.filter((part) => part !== ""), key.length === 1 ? key.toLowerCase() : key].join("+");
}
