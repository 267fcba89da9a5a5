import { type Finding, isKept } from "./measure.ts";

const COLUMNS = ["what", "measured", "promised", "kept", "compared with"];

/** Findings as a Markdown table. */
export function findingsTable(findings: readonly Finding[]): string {
  const rows = findings.map((finding) => [
    finding.name,
    amount(finding.value, finding.unit),
    `${finding.atLeast ? "≥" : "≤"} ${amount(finding.limit, finding.unit)}`,
    isKept(finding) ? "yes" : "**no**",
    finding.against,
  ]);
  return markdownTable([COLUMNS, ...rows]);
}

function amount(value: number, unit: Finding["unit"]): string {
  const digits = unit === "x" ? 2 : value < 10 ? 1 : 0;
  const text = String(Number(value.toFixed(digits)));
  return unit === "x" ? `${text} ×` : `${text} ${unit}`;
}

function markdownTable([head = [], ...rows]: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}

/** The page kept in the repository: nothing in it says when or on whose machine. */
export function resultsPage(
  findings: readonly Finding[],
  about: { cores: number; node: string; runs: number },
): string {
  return `# Figures

Written by \`npm run bench -- --write\` on ${about.cores} cores with Node ${about.node}, over a generated store of ${about.runs} runs in about
${Math.round((about.runs * 25.1) / 1000)},000 files with a warm cache. \`×\` is the time taken over that of the floor named, both measured by turns in the
same process; the median of several rounds. The bare floor is walking the folders and reading all bytes with
\`openSync\`/\`readSync\`/\`closeSync\` on two worker threads, parsing and keeping nothing. Figures are never a test: they vary
with the machine, ratios less than times.

${findingsTable(findings)}
`;
}
