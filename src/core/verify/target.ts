/** For whom the data is verified: for itself, for a version of MLflow that is to open it, or for MLflow's migration. */
export type Target =
  | { readonly kind: "data" }
  | { readonly kind: "mlflow"; readonly major: number; readonly minor: number }
  | { readonly kind: "migration" };

/** Reads `data`, `migration` or `mlflow-3.18`; null for anything else. */
export function parseTarget(text: string): Target | null {
  if (text === "data" || text === "migration") return { kind: text };
  const version = /^mlflow-(\d{1,3})\.(\d{1,3})$/.exec(text);
  return version ? { kind: "mlflow", major: Number(version[1]), minor: Number(version[2]) } : null;
}

export function targetText(target: Target): string {
  return target.kind === "mlflow" ? `mlflow-${target.major}.${target.minor}` : target.kind;
}

/** Whether the target is an MLflow from this version on, and before the second where one is given. */
export function isMlflow(target: Target, from: readonly [number, number], before?: readonly [number, number]): boolean {
  if (target.kind !== "mlflow") return false;
  const since = ([major, minor]: readonly [number, number]): boolean =>
    target.major > major || (target.major === major && target.minor >= minor);
  return since(from) && (before === undefined || !since(before));
}
