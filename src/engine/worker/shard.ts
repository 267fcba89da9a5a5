/** What runs in a reader thread of the engine: the reading of runs alone, so that it starts soon. */
import { parentPort } from "node:worker_threads";
import { serve } from "./rpc.ts";
import { shardMethods } from "./shards.ts";

if (parentPort) serve(parentPort, shardMethods());
