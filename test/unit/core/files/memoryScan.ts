import type { Entry, Reply, Request, Scan } from "../../../../src/core/files/scan.ts";
import { filesByParts } from "../../../../src/engine/disk/folderFiles.ts";

/** A store as texts by path; a value that is no text is the code of the error that reading it meets. */
export type Files = Readonly<Record<string, string | { readonly error: string }>>;

export interface Driven<T> {
  readonly result: T;
  /** How many requests each yield held. */
  readonly batches: readonly number[];
}

/** Drives a scan over a store in memory. Buffers are wiped after each answer, as real drivers reuse theirs. */
export function drive<T>(scan: Scan<T>, files: Files): Driven<T> {
  const batches: number[] = [];
  let given: Uint8Array[] = [];
  let step = scan.next();
  while (!step.done) {
    batches.push(step.value.length);
    for (const bytes of given) bytes.fill(0x3f);
    const replies = step.value.map((request) => reply(request, files));
    given = replies.flatMap((one) => (one.op === "read" ? [one.data] : []));
    step = scan.next(replies);
  }
  return { result: step.value, batches };
}

function reply(request: Request, files: Files): Reply {
  switch (request.op) {
    case "read":
      return read(request.path, request.limit, request.beyond === "cut", files);
    case "piece":
      return piece(request, files);
    case "list":
      return list(request.path, files);
    case "files":
      return drive(filesByParts(request), files).result;
    default:
      return { op: "failure", code: "ENOENT" };
  }
}

function read(path: string, limit: number, mayCut: boolean, files: Files): Reply {
  const text = files[path];
  if (text === undefined) return { op: "failure", code: "ENOENT" };
  if (typeof text !== "string") return { op: "failure", code: text.error };
  const data = new TextEncoder().encode(text);
  if (data.length > limit && !mayCut) return { op: "failure", code: "too-large" };
  return { op: "read", data, start: 0, end: Math.min(limit, data.length), cut: data.length > limit };
}

function piece({ path, from, length, limit }: Extract<Request, { op: "piece" }>, files: Files): Reply {
  const whole = read(path, limit, false, files);
  if (whole.op !== "read") return whole;
  const data = whole.data.slice(from, from + length);
  return { op: "read", data, start: 0, end: data.length, cut: from + length < whole.end };
}

/** Unsorted, as file systems answer: here in reverse. */
function list(path: string, files: Files): Reply {
  const kinds = new Map<string, Entry["kind"]>();
  const prefix = path === "" ? "" : `${path}/`;
  for (const file of Object.keys(files).filter((name) => name.startsWith(prefix))) {
    const [name = "", ...below] = file.slice(prefix.length).split("/");
    kinds.set(name, below.length > 0 ? "folder" : "file");
  }
  if (kinds.size === 0) return { op: "failure", code: "ENOENT" };
  const entries = [...kinds].map(([name, kind]) => ({ name, kind }));
  return { op: "list", entries: entries.sort((a, b) => (a.name < b.name ? 1 : -1)) };
}
