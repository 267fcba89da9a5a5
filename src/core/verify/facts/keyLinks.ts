import type { Failure, Reply, Scan } from "../../files/scan.ts";
import type { KeyEntry } from "./keyEntry.ts";

export interface Followed {
  readonly entry: KeyEntry;
  /** Why nobody can say where the link leads. */
  readonly failure: Failure | null;
}

/** Says of each link where it leads. */
export function* followLinks(entries: readonly KeyEntry[]): Scan<readonly Followed[]> {
  const links = entries.filter(({ kind }) => kind === "link");
  if (links.length === 0) return entries.map((entry) => ({ entry, failure: null }));
  const replies = yield links.map(({ path }) => ({ op: "follow", path }) as const);
  const followed = new Map(links.map((link, i) => [link, follow(link, replies[i])]));
  return entries.map((entry) => followed.get(entry) ?? { entry, failure: null });
}

function follow(link: KeyEntry, reply: Reply | undefined): Followed {
  if (reply?.op === "follow") {
    return { entry: { ...link, leads: reply.path === null ? "outside" : "inside" }, failure: null };
  }
  const code = codeOf(reply);
  if (code === "ENOENT" || code === "ELOOP") return { entry: { ...link, leads: "nothing" }, failure: null };
  return { entry: link, failure: { op: "failure", code } };
}

/** The system error that stands in the place of an answer. */
export function codeOf(reply: Reply | undefined): string {
  return reply?.op === "failure" ? reply.code : "EIO";
}
