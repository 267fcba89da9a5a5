import type { ComparedModel } from "../../../../src/core/model/comparedParts.ts";
import type { ComparedValue } from "../../../../src/core/model/views.ts";

/** Models of so many runs, whose columns and packages differ in a few places. */
export function comparedModels(runs: number): readonly ComparedModel[] {
  if (runs < 2) return [];
  const row = (key: string, of: (run: number) => string | null): ComparedValue => {
    const values = Array.from({ length: runs }, (_, run) => of(run));
    return { key, values, differs: new Set(values).size > 1 };
  };
  const list = (...rows: readonly ComparedValue[]) => ({ rows, hidden: 0 });
  return [
    {
      name: "churn-model",
      reasons: Array.from({ length: runs }, () => null),
      facts: list(
        row("name", () => "churn-model"),
        row("flavors", (run) => (run === 1 ? "python_function, xgboost" : "python_function, sklearn")),
      ),
      inputs: list(
        row("tenure", () => "double"),
        row("contract", (run) => (run === 1 ? "string" : "long")),
        row("payment_method", (run) => (run === 1 ? "string" : null)),
      ),
      outputs: list(row("#1", () => "double")),
      packages: list(
        row("python", () => "3.12.3"),
        row("numpy", (run) => (run === 1 ? "2.0.1" : "1.26.4")),
        row("scikit-learn", (run) => (run === 1 ? null : "1.5.2")),
        row("xgboost", (run) => (run === 1 ? "2.1.0" : null)),
      ),
    },
  ];
}
