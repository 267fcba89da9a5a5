/** What runs in a worker thread: the engine, or, as a shard of it, only the reading of runs. */
import { parentPort, workerData } from "node:worker_threads";
import { openEngine } from "../local.ts";
import { engineMethods } from "./engineMethods.ts";
import { serve } from "./rpc.ts";
import { shardMethods } from "./shards.ts";

if (parentPort) {
  const { role } = workerData as { role: "engine" | "shard" };
  if (role === "shard") serve(parentPort, shardMethods());
  else {
    const engine = openEngine({ shardScript: __filename });
    const tell = serve(parentPort, engineMethods(engine));
    engine.onDidChange(tell);
  }
}
