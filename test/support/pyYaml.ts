// YAML as PyYAML's safe dump writes MLflow's metadata files: keys sorted, strings folded behind column 80,
// and a string left plain where YAML 1.1 reads it as one (`1e-3`, which YAML 1.2 takes for a number).

import { yamlScalar } from "../../src/core/files/yamlScalar.ts";

export type YamlValue = string | number | null | readonly [] | { readonly [key: string]: YamlValue };

export function pyYaml(fields: Readonly<Record<string, YamlValue>>, indent = 0): string {
  return Object.keys(fields)
    .sort()
    .map((key) => entry(key, fields[key] ?? null, indent))
    .join("");
}

function entry(key: string, value: YamlValue, indent: number): string {
  const lead = `${" ".repeat(indent)}${yamlScalar(key, 0, indent)}:`;
  if (value === null || typeof value === "number") return `${lead} ${value}\n`;
  if (typeof value === "string") return `${lead} ${yamlScalar(value, lead.length + 1, indent + 2)}\n`;
  if (isEmptyList(value)) return `${lead} []\n`;
  if (Object.keys(value).length === 0) return `${lead} {}\n`;
  return `${lead}\n${pyYaml(value, indent + 2)}`;
}

function isEmptyList(value: YamlValue): value is readonly [] {
  return Array.isArray(value);
}
