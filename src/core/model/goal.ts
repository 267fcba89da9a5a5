/** Whether a metric is better low or high; `unknown` is never marked best. */
export type Goal = "min" | "max" | "unknown";
