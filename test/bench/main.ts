import { writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { Bench, Finding } from "./measure.ts";
import { measures } from "./measures.ts";
import { HELP, readOptions } from "./options.ts";
import { findingsTable, resultsPage } from "./report.ts";
import { removeCached } from "./store/cachedStore.ts";

const root = join(__dirname, "../..");
const RESULTS = join(root, "test/bench/RESULTS.md");

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.clean) {
    removeCached();
    return;
  }
  const bench: Bench = { options, dist: join(root, "dist"), engine: join(root, "dist/engine.js") };
  const findings = await takeAll(bench);
  console.log(`\n${findingsTable(findings)}`);
  if (options.write) {
    const about = {
      cores: availableParallelism(),
      node: process.versions.node.split(".")[0] ?? "",
      runs: options.runs,
    };
    writeFileSync(RESULTS, resultsPage(findings, about));
  }
}

/** Takes the measures one after the other, telling each as it comes. */
async function takeAll(bench: Bench): Promise<Finding[]> {
  const { only } = bench.options;
  const unknown = only.filter((id) => !measures.some((measure) => measure.id === id));
  if (unknown.length > 0)
    throw new Error(`no measure ${unknown.join(", ")}: ${measures.map(({ id }) => id).join(" ")}`);
  const findings: Finding[] = [];
  for (const measure of measures) {
    if (only.length > 0 && !only.includes(measure.id)) continue;
    const found = await measure.run(bench);
    if (found === null) console.log(`${measure.id}: not asked for`);
    for (const { name, value, unit, limit, detail } of found ?? []) {
      console.log(`${name}: ${value.toFixed(2)} ${unit} of ${limit} ${unit}  ${detail ?? ""}`);
    }
    findings.push(...(found ?? []));
  }
  return findings;
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error, `\n${HELP}`);
    process.exit(1);
  },
);
