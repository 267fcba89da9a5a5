import type { Entry, Reply, Request, Scan } from "./scan.ts";
import { type YamlFile, yamlReply, yamlRequest } from "./yaml.ts";

/** Requests in one yield: enough to keep a slow share busy, few enough to bound what one answer holds. */
const BATCH = 64;

/** Asks for all, a batch at a time; each reply is taken at once, because its bytes are valid only until the next one. */
export function* askAll<T>(
  requests: readonly Request[],
  take: (reply: Reply | undefined, index: number) => T,
): Scan<T[]> {
  const taken: T[] = [];
  for (let first = 0; first < requests.length; first += BATCH) {
    const batch = requests.slice(first, first + BATCH);
    const replies = yield batch;
    for (let i = 0; i < batch.length; i++) taken.push(take(replies[i], first + i));
  }
  return taken;
}

/** The metadata files given, in their order. */
export function* readYamls(paths: readonly string[]): Scan<YamlFile[]> {
  return yield* askAll(paths.map(yamlRequest), (reply, i) => yamlReply(paths[i] ?? "", reply));
}

/** The entries of the folders given, in their order; a folder that cannot be listed has none. */
export function* listAll(paths: readonly string[]): Scan<(readonly Entry[])[]> {
  const requests = paths.map((path) => ({ op: "list", path }) as const);
  return yield* askAll(requests, (reply) => (reply?.op === "list" ? reply.entries : []));
}

/** Names of the sub-folders, sorted. */
export function folderNames(entries: readonly Entry[]): string[] {
  return entries
    .filter((entry) => entry.kind === "folder")
    .map((entry) => entry.name)
    .sort();
}
