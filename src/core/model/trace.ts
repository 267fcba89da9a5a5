import type { KeyValue } from "./text.ts";

export interface Assessment {
  readonly name: string;
  /** As JSON reads it: text, number, boolean, null, list or map. */
  readonly value: unknown;
}

/** A trace in short: spans stay where they are. */
export interface Trace {
  readonly experiment: string;
  readonly id: string;
  readonly experimentId: string;
  /** Milliseconds since 1970. */
  readonly requestTime: number | null;
  readonly durationMs: number | null;
  readonly state: string;
  readonly requestPreview: string | null;
  readonly responsePreview: string | null;
  readonly tags: readonly KeyValue[];
  readonly metadata: readonly KeyValue[];
  readonly assessments: readonly Assessment[];
}
