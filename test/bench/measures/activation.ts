import { join } from "node:path";
import { runInHost } from "../../host/hostSuite.ts";
import type { Measure } from "../measure.ts";
import { median } from "../rounds.ts";

const PROBE = join(__dirname, "activation/probe.js");
const STARTS = 3;

/** In a server's real extension host, opened in a browser, newly started each time. */
export const activation: Measure = {
  id: "activation",
  async run() {
    const times: number[] = [];
    for (let start = 0; start < STARTS; start++) times.push(await activationTime());
    const detail = times.map((time) => `${time.toFixed(1)} ms`).join(", ");
    const name = "activation in the real extension host";
    return [{ name, value: median(times), limit: 50, unit: "ms", against: "processor time of `activate`", detail }];
  },
};

async function activationTime(): Promise<number> {
  let time = Number.NaN;
  await runInHost({ version: "newest", trusted: true }, PROBE, (line) => {
    const [, said] = /activate\(\) took ([\d.]+) ms/.exec(line) ?? [];
    if (said !== undefined) time = Number(said);
  });
  if (Number.isNaN(time)) throw new Error("the extension host said nothing of its activation");
  return time;
}
