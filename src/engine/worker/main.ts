/** What runs in the engine's worker thread. */
import { join } from "node:path";
import { parentPort } from "node:worker_threads";
import { openEngine } from "../local.ts";
import { engineMethods } from "./engineMethods.ts";
import { serve } from "./rpc.ts";

if (parentPort) {
  const engine = openEngine({ shardScript: join(__dirname, "shard.js") });
  const tell = serve(parentPort, engineMethods(engine));
  engine.onDidChange(tell);
}
