/** What runs in the engine's worker thread. */
import { join } from "node:path";
import { parentPort } from "node:worker_threads";
import { RemoteGit } from "../git/remote.ts";
import { openEngine } from "../local.ts";
import { engineMethods } from "./engineMethods.ts";
import { Caller, serve } from "./rpc.ts";

if (parentPort) {
  const owner = new Caller(parentPort);
  const git = new RemoteGit((method, args) => owner.call(method, args));
  const engine = openEngine({ shardScript: join(__dirname, "shard.js"), git });
  const tell = serve(parentPort, engineMethods(engine));
  engine.onDidChange(tell);
}
