import type { Finding, RuleId, Severity } from "../model/finding.ts";
import { type RunRef, refKey } from "../model/run.ts";
import { EXPERIMENT_RULES, LINK_RULES, RULES } from "./checks.ts";
import { foldFindings } from "./folded.ts";
import type { Area } from "./rule.ts";
import type { Target } from "./target.ts";
import { severityRank } from "./verified.ts";

/** What stands of all open stores, as bad as was asked for. */
export interface StandingFindings {
  /** What it was verified for. */
  readonly target: Target;
  /** Runs with an error, and errors in all. */
  readonly damagedRuns: number;
  readonly errors: number;
  /** Runs among them that came damaged with a commit, and its full hash; null where none did. */
  readonly blamed: { readonly commit: string; readonly runs: number } | null;
  readonly folds: readonly StandingFold[];
}

/** Where a standing finding lies; `file` is an absolute path. */
export interface StandingPlace {
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly message: string;
}

/** Standing findings of one rule and severity in one experiment, or beside all. */
export interface StandingFold {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** Key of the store and folder of the experiment; null where none is meant. */
  readonly store: string | null;
  readonly experiment: string | null;
  /** Findings in all, different runs among them, and how many can be mended. */
  readonly count: number;
  readonly runs: number;
  readonly fixable: number;
  /** What mending them does, as a command; null where none can be. */
  readonly fix: string | null;
  /** The first few of them, never none. */
  readonly places: readonly [StandingPlace, ...StandingPlace[]];
}

/** Places named of a fold. */
const PLACES = 21;

/**
 * Findings that hold until somebody looks again, each told apart by what can take it back: its own run, the experiments'
 * few files, or nothing less than the whole store.
 */
export class Standing {
  readonly #byStore = new Map<string, { readonly base: string; findings: readonly Finding[] }>();

  /** Everything, with the folder that paths are below; what is known of stores that were not read may be kept. */
  replaceAll(base: string, findings: readonly Finding[], isKept: (store: string) => boolean = () => false): void {
    for (const store of this.#byStore.keys()) if (!isKept(store)) this.#byStore.delete(store);
    for (const store of new Set(findings.map(storeOf))) {
      this.#byStore.set(store, { base, findings: findings.filter((finding) => storeOf(finding) === store) });
    }
  }

  replaceStore(store: string, base: string, findings: readonly Finding[]): void {
    this.#byStore.set(store, { base, findings });
  }

  /** What was found in some runs of a store by themselves, which is then all that is known of those by themselves. */
  replaceRuns(store: string, base: string, isRenewed: IsRun, findings: readonly Finding[]): void {
    this.#replace(store, base, findings, (finding) => {
      const { experiment, run } = finding;
      return answeredBy(finding) === "run" && isRenewed(experiment ?? "", run ?? "");
    });
  }

  /** What was found in the own files of a store's experiments, all of them. */
  replaceExperiments(store: string, base: string, findings: readonly Finding[]): void {
    this.#replace(store, base, findings, (finding) => answeredBy(finding) === "experiments");
  }

  #replace(store: string, base: string, findings: readonly Finding[], isRenewed: (finding: Finding) => boolean): void {
    const known = this.#byStore.get(store);
    const kept = (known?.findings ?? []).filter((finding) => !isRenewed(finding));
    if (kept.length + findings.length === 0) this.#byStore.delete(store);
    else this.#byStore.set(store, { base, findings: [...kept, ...findings] });
  }

  /** Forgets stores that are no longer open. */
  keep(isOpen: (store: string) => boolean): void {
    for (const store of this.#byStore.keys()) if (store !== BESIDE && !isOpen(store)) this.#byStore.delete(store);
  }

  of(store: string): readonly Finding[] {
    return this.#byStore.get(store)?.findings ?? [];
  }

  all(): Finding[] {
    return [...this.#byStore.values()].flatMap(({ findings }) => findings);
  }

  /** Whether something so bad stands that only a look at the whole store can take back. */
  needsWhole(store: string, least: Severity): boolean {
    return this.of(store).some((finding) => isAsBad(finding, least) && answeredBy(finding) === "store");
  }

  /** Whether something so bad stands in files beside the stores. */
  hasBeside(least: Severity): boolean {
    return this.of(BESIDE).some((finding) => isAsBad(finding, least));
  }

  /** Runs of stores with an error. */
  damaged(): RunRef[] {
    const byKey = new Map<string, RunRef>();
    for (const { severity, store, experiment, run } of this.all()) {
      if (severity !== "error" || store === null || experiment === null || run === null) continue;
      const ref = { store, experiment, run };
      byKey.set(refKey(ref), ref);
    }
    return [...byKey.values()];
  }

  /** What is at least so bad, worst first; `resolve` joins a folder and a path below it. */
  folds(least: Severity, resolve: (base: string, file: string) => string): StandingFold[] {
    return [...this.#byStore.values()].flatMap(({ base, findings }) =>
      foldFindings({ findings: findings.filter((finding) => isAsBad(finding, least)), untold: [] }, "experiment").map(
        ({ rule, severity, first, all, runs }) => {
          const place = ({ file, line, column, message }: Finding): StandingPlace => {
            return { file: resolve(base, file), line, column, message };
          };
          return {
            ...{ rule, severity, runs, store: first.store, experiment: first.experiment },
            count: all.length,
            fixable: all.filter(({ fix }) => fix !== null).length,
            fix: all.find(({ fix }) => fix !== null)?.fix?.title ?? null,
            places: [place(first), ...all.slice(1, PLACES).map(place)] as const,
          };
        },
      ),
    );
  }
}

const BESIDE = "";

type IsRun = (experiment: string, run: string) => boolean;

function storeOf({ store }: Finding): string {
  return store ?? BESIDE;
}

function isAsBad({ severity }: Finding, least: Severity): boolean {
  return severityRank(severity) <= severityRank(least);
}

/** The least that has to be looked at again to know whether a finding still holds. */
function answeredBy({ rule, run }: Finding): "run" | "experiments" | "store" {
  if (EXPERIMENT_RULES.has(rule)) return "experiments";
  const isOfRun = run !== null && OF_RUNS.has(RULES.get(rule)?.area ?? "git") && !LINK_RULES.has(rule);
  return isOfRun ? "run" : "store";
}

/** Areas of which a run's own files speak. */
const OF_RUNS: ReadonlySet<Area> = new Set(["structure", "values", "artifacts"]);
