import { parseArgs } from "node:util";
import fc from "fast-check";
import { type Asking, disagreement, openStore, search } from "../support/mlflow/asking.ts";
import { SECTIONS, type Section } from "../support/mlflow/cases.ts";
import { compareEdits } from "./edits.ts";
import { type Asked, cases } from "./generate.ts";
import { compareMends } from "./mends.ts";
import { Mlflow } from "./mlflow.ts";
import { NoPython, pythonWithMlflow } from "./python.ts";
import { compareServers } from "./servers.ts";

const HELP = "npm run test:mlflow -- [--python PATH] [--cases N] [--seed N]";
const SHOWN = 20;

interface Stores {
  readonly file: Asking;
  readonly sqlite: Asking;
}

/** Compares the engine with the real MLflow over searches made up at random, changes of runs, servers and mended stores; exits 1 where one differs. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      python: { type: "string" },
      cases: { type: "string", default: "3000" },
      seed: { type: "string", default: String(Date.now() % 1_000_000) },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const python = pythonWithMlflow(values.python ?? process.env.MLFLOW_PYTHON ?? null);
  const mlflow = new Mlflow(python);
  const stores: Stores = {
    file: await openStore("test/fixtures/3.18.0-file/mlruns", "file"),
    sqlite: await openStore("test/fixtures/3.18.0-sqlite/mlflow.db", "sqlite"),
  };
  try {
    const version = await mlflow.ready();
    console.log(`MLflow ${version}, seed ${values.seed}`);
    const searches = await compare(mlflow, stores, Number(values.cases), Number(values.seed));
    const edits = await compareEdits(python);
    const servers = await compareServers(python, version);
    const mends = await compareMends(python);
    return edits + servers + mends === 0 ? searches : 1;
  } finally {
    await mlflow.close();
    await Promise.all([stores.file.engine.close(), stores.sqlite.engine.close()]);
  }
}

/** As `ask_searches.py` has it. */
const SCOPE = {
  default_experiments: ["churn", "Default", 'Größe 実験 ✓ "quoted" 100%', "team-a/tuning"],
  model_experiments: ["churn"],
};

/** Half of the cases are filters of runs, which have the most rules. */
const SHARES: Readonly<Record<Section, number>> = {
  runs: 0.5,
  order_by: 0.1,
  experiments: 0.1,
  registered_models: 0.1,
  model_versions: 0.1,
  logged_models: 0.1,
};

async function compare(mlflow: Mlflow, stores: Stores, count: number, seed: number): Promise<number> {
  let differing = 0;
  for (const section of SECTIONS) {
    const asked = fc.sample(cases(section), { numRuns: Math.ceil(count * SHARES[section]), seed });
    const found: Found[] = [];
    for (const one of asked) found.push(...(await ask(mlflow, stores, section, one)));
    const differences = found.flatMap(({ difference }) => difference ?? []);
    for (const difference of differences.slice(0, Math.max(0, SHOWN - differing))) console.log(difference);
    differing += differences.length;
    const tally = (outcome: Found["outcome"]): number => found.filter((one) => one.outcome === outcome).length;
    console.log(`${section}: ${tally("answered")} answered, ${tally("refused")} refused, ${tally("crashed")} crashes`);
  }
  console.log(differing === 0 ? "Every answer is the same." : `${differing} answers differ.`);
  return differing === 0 ? 0 : 1;
}

interface Found {
  /** What MLflow did. */
  readonly outcome: "answered" | "refused" | "crashed";
  readonly difference: string | null;
}

async function ask(mlflow: Mlflow, stores: Stores, section: Section, asked: Asked): Promise<Found[]> {
  const answers = await mlflow.ask(section, asked);
  const found: Found[] = [];
  for (const dialect of ["file", "sqlite"] as const) {
    const { ok, kind } = answers[dialect];
    const ours = await search(stores[dialect], SCOPE, section, { ...asked, ...answers });
    const difference = disagreement(ours, answers[dialect]);
    found.push({
      outcome: ok ? "answered" : kind === "crash" ? "crashed" : "refused",
      difference: difference && `${section}, ${dialect} store: ${JSON.stringify(asked)}\n  we answer ${difference}`,
    });
  }
  return found;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    if (!(error instanceof NoPython)) throw error;
    console.error(`Not compared with the real MLflow. ${error.message}`);
    process.exit(1);
  },
);
