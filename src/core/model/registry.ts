import type { KeyValue } from "./text.ts";

export interface ModelAlias {
  readonly alias: string;
  readonly version: string;
}

export interface ModelVersion {
  readonly name: string;
  /** A decimal number as text; sorted as a number. */
  readonly version: string;
  readonly created: number | null;
  readonly updated: number | null;
  readonly description: string | null;
  readonly user: string | null;
  /** `None`, `Staging`, `Production` or `Archived`; versions in `Deleted_Internal` are left out. */
  readonly stage: string;
  readonly source: string;
  readonly storageLocation: string | null;
  readonly runId: string | null;
  readonly runLink: string | null;
  readonly modelId: string | null;
  readonly status: string;
  readonly statusMessage: string | null;
  readonly tags: readonly KeyValue[];
  readonly aliases: readonly string[];
}

/** A registered model, or a prompt: the same thing with another tag. */
export interface RegisteredModel {
  readonly name: string;
  readonly isPrompt: boolean;
  readonly description: string | null;
  readonly created: number | null;
  readonly updated: number | null;
  readonly tags: readonly KeyValue[];
  readonly aliases: readonly ModelAlias[];
  /** Ascending by number. */
  readonly versions: readonly ModelVersion[];
}

/** Marks a registered model as a prompt. */
export const PROMPT_TAG = "mlflow.prompt.is_prompt";
