// Verifies a store in a process of its own and prints by how many bytes its resident memory grew at most.
import { dirname } from "node:path";
import { verifyStores } from "../../src/engine/verify/verify.ts";
import { Shards } from "../../src/engine/worker/shards.ts";
import { fileStore } from "./opened.ts";

async function main(): Promise<void> {
  const [script = "", store = ""] = process.argv.slice(2);
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const shards = new Shards(script);
  const request = { target: { kind: "data" }, level: "full", only: null } as const;
  await verifyStores(dirname(store), [fileStore(store)], request, { shards });
  console.log(JSON.stringify({ peak: process.resourceUsage().maxRSS * 1024 - before }));
  await shards.close();
}

void main();
