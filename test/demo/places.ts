import { experimentId } from "../support/writing.ts";

/** What the URIs name: the checkout of the machine that ran the pipeline. */
export const STORE_URI = "file:///home/runner/work/house-prices/house-prices/mlruns";
export const DAY = 86_400_000;
export const HOUR = 3_600_000;
/** 2026-10-05, the first day of the story. */
export const FIRST_DAY = Date.UTC(2026, 9, 5);

export const EXPERIMENTS = {
  prices: { id: experimentId("house-prices"), name: "house-prices" },
  tuning: { id: experimentId("house-prices-tuning"), name: "house-prices-tuning" },
  churn: { id: experimentId("churn"), name: "churn" },
} as const;

export const ALGORITHMS = ["linear_regression", "random_forest", "gradient_boosting"] as const;
export type Algorithm = (typeof ALGORITHMS)[number];

/** The state of the world when something is trained. */
export interface Moment {
  readonly time: number;
  /** The commit that was checked out. */
  readonly commit: string;
  readonly branch: string;
  /** Number of the pipeline's run. */
  readonly build: number;
  /** 0 at the start of the story, 1 at its end: everything gets better. */
  readonly progress: number;
}
