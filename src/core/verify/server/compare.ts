import type { Check, Found, Rule } from "../rule.ts";
import { severities } from "../severities.ts";
import type { ToldExperiment, ToldRun } from "./told.ts";

type Words = Pick<Rule, "id" | "title" | "why" | "mend">;

const rule = (words: Words, severity: "error" | "warning", level: Rule["level"] = "quick"): Rule => {
  return { ...words, area: "server", level, severity: severities({ data: severity, mlflow: severity }) };
};

export const EXPERIMENT_NOT_SHOWN = rule(
  {
    id: "MLR803",
    title: "Experiment that the server does not show",
    why: "The experiment lies in the store, but the server has none of this name: it reads another store, or cannot read this experiment.",
    mend: "See whether the server's --backend-store-uri leads to this store, and what verify says of the experiment.",
  },
  "error",
);

export const EXPERIMENT_NOT_KEPT = rule(
  {
    id: "MLR804",
    title: "Experiment of the server that is not in the store",
    why: "The server keeps it somewhere else: whoever has the store alone has lost it.",
    mend: "Export it from the server, or point both to the same store.",
  },
  "warning",
);

export const RUN_NOT_SHOWN = rule(
  {
    id: "MLR805",
    title: "Run that the server does not show",
    why: "The run lies in the store, but the server leaves it out: MLflow skips runs whose meta.yaml it cannot match.",
    mend: "See what verify says of the run, also with --target for the server's version.",
  },
  "error",
);

export const RUN_NOT_KEPT = rule(
  {
    id: "MLR806",
    title: "Run of the server that is not in the store",
    why: "The server keeps it somewhere else: whoever has the store alone has lost it.",
    mend: "Commit or copy the run, or export it from the server.",
  },
  "warning",
);

export const RUN_DIFFERS = rule(
  {
    id: "MLR807",
    title: "Run of which server and store tell different things",
    why: "Status, metrics or params of the run are not the same on both sides, so one of them is out of date.",
    mend: "See which side was written last, and copy the run to the other.",
  },
  "error",
  "full",
);

/** Where an experiment lies, and what each side tells of it. */
export interface ExperimentPair<Here extends DiskExperiment = DiskExperiment> {
  readonly disk: Here;
  readonly server: ToldExperiment;
}

export interface DiskExperiment extends ToldExperiment {
  /** Below the store; in a database its id. */
  readonly folder: string;
}

/** Pairs experiments of both sides: by id and name, then by name, then by id. */
export function pairExperiments<Here extends DiskExperiment>(
  disk: readonly Here[],
  server: readonly ToldExperiment[],
): readonly ExperimentPair<Here>[] {
  const pairs: ExperimentPair<Here>[] = [];
  const left = new Set(server);
  const open = new Set(disk);
  const keys = [
    ({ id, name }: ToldExperiment) => `${id}\n${name}`,
    ({ name, lifecycle }: ToldExperiment) => `${lifecycle}\n${name}`,
    ({ name }: ToldExperiment) => name,
    ({ id }: ToldExperiment) => id,
  ];
  for (const key of keys) {
    const there = new Map([...left].map((one) => [key(one), one]));
    for (const here of [...open]) {
      const found = there.get(key(here));
      if (found === undefined || !left.delete(found)) continue;
      open.delete(here);
      pairs.push({ disk: here, server: found });
    }
  }
  return pairs;
}

export interface ExperimentsInput {
  readonly disk: readonly DiskExperiment[];
  readonly server: readonly ToldExperiment[];
  readonly pairs: readonly ExperimentPair[];
  /** Ids of experiments of the server that hold no run. */
  readonly empty: ReadonlySet<string>;
}

/** Whether both sides have the same experiments; an empty Default is made by every server. */
export const checkExperiments: Check<ExperimentsInput> = ({ disk, server, pairs, empty }, tell) => {
  const here = new Set(pairs.map((pair) => pair.disk));
  const there = new Set(pairs.map((pair) => pair.server));
  for (const one of disk) {
    if (here.has(one)) continue;
    const message = `The server has no experiment ${named(one.name, one.id)}.`;
    tell({ rule: EXPERIMENT_NOT_SHOWN, file: one.folder, experiment: one.folder, message });
  }
  for (const one of server) {
    if (there.has(one) || (one.name === "Default" && empty.has(one.id))) continue;
    const message = `The server's experiment ${named(one.name, one.id)} is not in the store.`;
    tell({ rule: EXPERIMENT_NOT_KEPT, file: "", message });
  }
};

export interface RunsInput {
  readonly experiment: DiskExperiment;
  /** Runs of the store by their id, with their path in it. */
  readonly disk: ReadonlyMap<string, { readonly file: string; readonly told: ToldRun | null }>;
  readonly server: ReadonlyMap<string, ToldRun>;
}

/** Whether both sides have the same runs of an experiment, and tell the same of them. */
export const checkRuns: Check<RunsInput> = ({ experiment, disk, server }, tell) => {
  for (const [id, { file, told }] of disk) {
    const place = { file, experiment: experiment.folder };
    const there = server.get(id);
    if (there === undefined) {
      tell({
        rule: RUN_NOT_SHOWN,
        ...place,
        message: `The server does not show the run ${named(told?.name ?? "", id)}.`,
      });
    } else if (told !== null) {
      for (const found of differences(told, there)) tell({ ...found, ...place });
    }
  }
  for (const { id, name } of server.values()) {
    if (disk.has(id)) continue;
    const message = `The server's run ${named(name, id)} of ${JSON.stringify(experiment.name.slice(0, 100))} is not in the store.`;
    tell({ rule: RUN_NOT_KEPT, file: experiment.folder, experiment: experiment.folder, message });
  }
};

/** Differences named of one run. */
const NAMED = 3;

function differences(here: ToldRun, there: ToldRun): Pick<Found, "rule" | "message">[] {
  const words: string[] = [];
  const say = (what: string, a: unknown, b: unknown): void => void words.push(`${what} is ${a} here and ${b} there`);
  if (here.status !== there.status) say("status", here.status, there.status);
  if (here.lifecycle !== there.lifecycle) say("its state", here.lifecycle, there.lifecycle);
  // A run that is being written is read at two moments.
  if (here.status !== "RUNNING") {
    for (const [key, a, b] of unequal(here.metrics, there.metrics, isSameNumber)) say(key, shown(a), shown(b));
    for (const [key, a, b] of unequal(here.params, there.params, Object.is)) say(key, shown(a), shown(b));
  }
  if (words.length === 0) return [];
  const more = words.length > NAMED ? `, and ${words.length - NAMED} more` : "";
  return [
    {
      rule: RUN_DIFFERS,
      message: `Of the run ${named(here.name, here.id)} ${words.slice(0, NAMED).join(", ")}${more}.`,
    },
  ];
}

function unequal<T>(
  here: ReadonlyMap<string, T>,
  there: ReadonlyMap<string, T>,
  isSame: (a: T, b: T) => boolean,
): [string, T | undefined, T | undefined][] {
  return [...new Set([...here.keys(), ...there.keys()])].flatMap((key): [string, T | undefined, T | undefined][] => {
    const [a, b] = [here.get(key), there.get(key)];
    return a !== undefined && b !== undefined && isSame(a, b) ? [] : [[key.slice(0, 100), a, b]];
  });
}

/** Databases keep an infinity as the greatest number, and no zero that is negative. */
function isSameNumber(a: number, b: number): boolean {
  const bounded = (value: number): number => Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, value));
  return (Number.isNaN(a) && Number.isNaN(b)) || bounded(a) === bounded(b);
}

function shown(value: string | number | undefined): string {
  if (value === undefined) return "missing";
  return typeof value === "number" ? String(value) : JSON.stringify(value.slice(0, 60));
}

/** `"quiet-fox-12" (4f2a…)`. */
function named(name: string, id: string): string {
  const short = id.length > 20 ? id.slice(0, 8) : id;
  return name === "" ? short.slice(0, 60) : `${JSON.stringify(name.slice(0, 100))} (${short})`;
}
