// Opens a store in a process of its own and prints by how many bytes its resident memory grew.
import { connectEngine } from "../../src/engine/worker/client.ts";
import { fileStore, openWhole } from "./opened.ts";

async function main(): Promise<void> {
  const [script = "", store = "", runs = "0"] = process.argv.slice(2);
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const engine = connectEngine(script);
  await openWhole(engine, fileStore(store), Number(runs));
  await engine.settled();
  const after = process.memoryUsage().rss;
  const peak = process.resourceUsage().maxRSS * 1024 - before;
  console.log(JSON.stringify({ growth: after - before, peak }));
  await engine.close();
}

void main();
