import { parseArgs } from "node:util";

export interface Options {
  /** Runs of the large store. */
  readonly runs: number;
  readonly rounds: number;
  /** Ids of the measures to take; empty for all. */
  readonly only: readonly string[];
  /** Whether the table is written into the repository. */
  readonly write: boolean;
  /** Whether generated stores are removed, and nothing measured. */
  readonly clean: boolean;
  /** Whether 100,000 runs are tried as well. */
  readonly large: boolean;
  /** A Python that has MLflow, to compare with it. */
  readonly python: string | null;
}

export const HELP = `npm run bench -- [--write] [--runs N] [--rounds N] [--only ID]… [--large] [--mlflow PYTHON] [--clean]`;

export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      runs: { type: "string", default: "10000" },
      rounds: { type: "string", default: "5" },
      only: { type: "string", multiple: true, default: [] },
      write: { type: "boolean", default: false },
      clean: { type: "boolean", default: false },
      large: { type: "boolean", default: false },
      mlflow: { type: "string" },
    },
  });
  return {
    runs: Number(values.runs),
    rounds: Number(values.rounds),
    only: values.only,
    write: values.write,
    clean: values.clean,
    large: values.large,
    python: values.mlflow ?? null,
  };
}
