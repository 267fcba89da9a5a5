import { type Rule, severitiesOf } from "./rule.ts";

/** A rule as one short page of Markdown, which is plain enough for a terminal. */
export function rulePage(rule: Rule): string {
  const { id, title, why, mend, area, level } = rule;
  const rows = severitiesOf(rule).map(([target, severity]) => `| ${target} | ${severity ?? "–"} |`);
  return `# ${id}: ${title}

${why}

**How to mend:** ${mend}

${mendingOf(rule)}

| Target | Severity |
| --- | --- |
${rows.join("\n")}

Area: ${area}. Looked for from the level \`${level}\` on. To change its severity or leave it out, write into \`.mlflow-runs.json\`:

\`\`\`json
{ "verify": { "rules": { "${id}": "off" } } }
\`\`\`
`;
}

/** Whether it is mended for whoever asks, and how to ask. */
function mendingOf({ id, fix }: Rule): string {
  if (fix === undefined) return "It is not mended for you: what is right only a person can say.";
  const only = fix.isLocal ? " It holds on this machine alone: without `--rule`, only for a target that needs it." : "";
  return `**Mended for you:** ${fix.title}, by \`mlflow-runs verify --fix --rule ${id}\` (\`--dry-run\` shows what would change) or **Fix Problems…**.${only}`;
}

/** All rules, an area after the other. */
export function ruleIndex(rules: Iterable<Rule>): string {
  const areas = new Map<string, Rule[]>();
  for (const rule of rules) areas.set(rule.area, [...(areas.get(rule.area) ?? []), rule]);
  const sections = [...areas].map(([area, list]) => {
    const lines = list.map(({ id, title }) => `- [${id}](${id}.md) ${title}`);
    return `## ${area[0]?.toUpperCase()}${area.slice(1)}\n\n${lines.join("\n")}\n`;
  });
  return `# What Verify Data looks for\n\n${sections.join("\n")}`;
}
