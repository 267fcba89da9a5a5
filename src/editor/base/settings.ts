import { workspace } from "vscode";
import type { DescriptionPart } from "../tree/runText.ts";

/** Our settings with their defaults; personal taste only. */
export interface Settings {
  readonly stores: readonly string[];
  readonly depth: number;
  readonly description: readonly DescriptionPart[];
  readonly showDeleted: boolean;
  readonly uiUrl: string;
  readonly composeFile: string;
  readonly problems: "none" | "errors" | "all";
  /** Whether what changes is verified by itself. */
  readonly autoVerify: boolean;
}

const PARTS: readonly DescriptionPart[] = ["metric", "params", "age"];

/** Settings as they are now. A hand-written file may hold anything, so what has the wrong type counts as unset. */
export function settings(): Settings {
  const configuration = workspace.getConfiguration("mlflowRuns");
  const get = (key: string): unknown => configuration.get(key);
  const text = (key: string) => stringOr(get(key), "");
  return {
    stores: strings(get("stores")),
    depth: Math.min(10, Math.max(0, numberOr(get("discovery.depth"), 3))),
    description: descriptionParts(get("tree.description")),
    showDeleted: get("tree.showDeleted") === true,
    uiUrl: text("ui.url"),
    composeFile: text("docker.composeFile"),
    problems: problemLevel(get("verify.problems")),
    autoVerify: get("verify.auto") !== "off",
  };
}

function stringOr(value: unknown, fallback: string): string {
  return typeof value === "string" ? value.trim() : fallback;
}

function numberOr(value: unknown, fallback: number): number {
  return typeof value === "number" && Number.isFinite(value) ? Math.floor(value) : fallback;
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === "string" && entry.trim() !== "") : [];
}

function descriptionParts(value: unknown): DescriptionPart[] {
  return Array.isArray(value) ? PARTS.filter((part) => value.includes(part)) : [...PARTS];
}

function problemLevel(value: unknown): Settings["problems"] {
  return value === "none" || value === "all" ? value : "errors";
}
