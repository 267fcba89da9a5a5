import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeFile } from "../writing.ts";

type Apply = (store: string) => void;

/** Puts this content in the place of a file. */
export function replace(path: string, content: string | Uint8Array): Apply {
  return (store) => writeFile(join(store, path), content);
}

/** Changes the text of a file, and insists that there was something to change. */
export function edit(path: string, change: (text: string) => string): Apply {
  return (store) => {
    const file = join(store, path);
    const before = readFileSync(file, "utf8");
    const after = change(before);
    if (after === before) throw new Error(`nothing to change in ${path}`);
    writeFileSync(file, after);
  };
}

/** Puts a text in the place of a line, counted from 1. */
export function setLine(path: string, line: number, text: string): Apply {
  return edit(path, (before) => {
    const lines = before.split("\n");
    lines[line - 1] = text;
    return lines.join("\n");
  });
}

export function remove(path: string): Apply {
  return (store) => rmSync(join(store, path), { recursive: true });
}

export function inTurn(...steps: readonly Apply[]): Apply {
  return (store) => {
    for (const step of steps) step(store);
  };
}

/** What Git leaves in a file that two branches changed, from this line on. */
export function conflict(path: string, line: number, theirs: string): Apply {
  return edit(path, (before) => {
    const lines = before.split("\n");
    const ours = lines[line - 1] ?? "";
    lines.splice(line - 1, 1, "<<<<<<< HEAD", ours, "=======", theirs, ">>>>>>> feature");
    return lines.join("\n");
  });
}

export const LFS_POINTER = `version https://git-lfs.github.com/spec/v1\noid sha256:${"ab".repeat(32)}\nsize 12345\n`;
