// Draws a metric of one run in a process of its own, whole and then a part; prints by how much its memory grew at most.
import { WHOLE } from "../../src/core/compare/placePoints.ts";
import { connectEngine } from "../../src/engine/worker/client.ts";
import { fileStore, openWhole } from "./opened.ts";

async function main(): Promise<void> {
  const [script = "", store = "", run = "", points = "0"] = process.argv.slice(2);
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const engine = connectEngine(script);
  await openWhole(engine, fileStore(store), 1);
  await engine.settled();
  const ref = { store, experiment: "1", run };
  const started = performance.now();
  const [whole] = await engine.series([ref], "loss", 1000, WHOLE);
  const elapsed = performance.now() - started;
  const middle = Number(points) / 2;
  const [part] = await engine.series([ref], "loss", 1000, { ...WHOLE, range: [middle, middle + 900] });
  if (whole?.points !== Number(points) || part?.values.length !== 903) throw new Error("not the points asked for");
  const peak = process.resourceUsage().maxRSS * 1024 - before;
  console.log(JSON.stringify({ peak, elapsed }));
  await engine.close();
}

void main();
