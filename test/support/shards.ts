import { join } from "node:path";
import { buildSync } from "esbuild";
import { Shards } from "../../src/engine/worker/shards.ts";

/** Reader threads of the product, their program built into the folder given. */
export function builtShards(folder: string): Shards {
  const script = join(folder, "shard.js");
  buildSync({
    entryPoints: ["src/engine/worker/shard.ts"],
    outfile: script,
    ...{ bundle: true, platform: "node", format: "cjs", target: "node20", logLevel: "warning" },
    external: ["node:sqlite"],
  });
  return new Shards(script);
}
