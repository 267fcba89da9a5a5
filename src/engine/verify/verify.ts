import path from "node:path";
import type { Finding, RuleId } from "../../core/model/finding.ts";
import type { StoreRef } from "../../core/model/store.ts";
import { RULES } from "../../core/verify/checks.ts";
import { DATABASE_CLOSED } from "../../core/verify/database/database.ts";
import type { RunSummary } from "../../core/verify/facts/runSummary.ts";
import type { Found, Level, Rule } from "../../core/verify/rule.ts";
import { isLookedFor } from "../../core/verify/rule.ts";
import { type FoundPlace, toFinding, type VerifySettings } from "../../core/verify/settings.ts";
import type { Target } from "../../core/verify/target.ts";
import type { Verification, VerifiedStore } from "../../core/verify/verified.ts";
import { type FoundConfig, findConfig } from "../config/findConfig.ts";
import type { DriverCalls } from "../disk/driver.ts";
import { openFileReader } from "../disk/reader.ts";
import { StoreUnreadable } from "../sqlite/errors.ts";
import { SeenRuns } from "./seenRuns.ts";
import { verifyFileStore } from "./verifyFileStore.ts";
import { verifyPipeline } from "./verifyPipeline.ts";

export interface VerifyRequest {
  readonly target: Target;
  readonly level: Level;
  readonly only: ReadonlySet<RuleId> | null;
}

export interface VerifyHooks {
  /** Runs looked at so far, and of how many. */
  readonly progress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
  readonly calls?: DriverCalls;
}

/** Verifies stores of one folder; `base` is that folder, to which the places of findings are relative. */
export async function verifyStores(
  base: string,
  stores: readonly StoreRef[],
  request: VerifyRequest,
  hooks: VerifyHooks = {},
): Promise<Verification> {
  const seen = new SeenRuns();
  const verifications: {
    store: VerifiedStore;
    findings: readonly Finding[];
    accepted: number;
    config: string | null;
  }[] = [];
  let unfinished: string | null = null;
  for (const ref of stores) {
    try {
      verifications.push(await verifyStore(base, ref, request, hooks, seen));
    } catch (error) {
      unfinished = hooks.signal?.aborted ? "it was interrupted." : `${(error as Error).message}.`;
      break;
    }
  }
  const beside = unfinished === null ? await lookBeside(base, stores, request, seen) : [];
  return {
    target: request.target,
    stores: verifications.map(({ store }) => store),
    findings: [...verifications, ...beside].flatMap(({ findings }) => findings),
    accepted: [...verifications, ...beside].reduce((sum, { accepted }) => sum + accepted, 0),
    config: verifications.find(({ config }) => config !== null)?.config ?? null,
    unfinished,
  };
}

async function verifyStore(base: string, ref: StoreRef, request: VerifyRequest, hooks: VerifyHooks, seen: SeenRuns) {
  const label = relative(base, ref.key);
  const config = await findConfig(ref);
  const sieve = new Sieve({ store: ref.key, prefix: label }, settingsOf(request, config));
  const look = ref.kind === "sqlite" ? lookAtDatabase : lookAtFiles;
  const looked = await look(
    ref,
    request,
    hooks,
    (found) => sieve.take(found),
    (run) => seen.add(ref, run),
  );
  const store: VerifiedStore = { key: ref.key, label: label || ".", ...looked };
  const { findings, accepted } = sieve;
  return { store, findings, accepted, config: config.file === null ? null : relative(base, config.file) };
}

/** The pipeline's files around the stores. */
async function lookBeside(
  base: string,
  stores: readonly StoreRef[],
  request: VerifyRequest,
  seen: SeenRuns,
): Promise<Sieve[]> {
  const [first] = stores;
  if (first === undefined || request.level === "quick" || request.target.kind !== "data") return [];
  const settings = settingsOf(request, await findConfig(first));
  const sieves: Sieve[] = [];
  const keys = new Set(stores.map(({ key }) => key));
  for (const folder of new Set(stores.map((store) => store.base))) {
    const sieve = new Sieve({ store: null, prefix: relative(base, folder) }, settings);
    await verifyPipeline(folder, keys, seen, (found) => sieve.take(found));
    sieves.push(sieve);
  }
  return sieves;
}

type Looked = Pick<VerifiedStore, "experiments" | "runs" | "error">;
type Tell = (found: Found) => void;

async function lookAtFiles(
  ref: StoreRef,
  { level }: VerifyRequest,
  hooks: VerifyHooks,
  tell: Tell,
  seen: (run: RunSummary) => void,
): Promise<Looked> {
  const { experiments } = await openFileReader(ref, hooks.calls).experiments();
  const runs = experiments.reduce((sum, experiment) => sum + experiment.runs.length, 0);
  await verifyFileStore(ref, experiments, {
    level,
    tell,
    seen,
    progress: (done) => hooks.progress?.(done, runs),
    signal: signalOf(hooks),
    calls: hooks.calls,
  });
  return { experiments: experiments.length, runs, error: null };
}

async function lookAtDatabase(
  ref: StoreRef,
  request: VerifyRequest,
  hooks: VerifyHooks,
  tell: Tell,
  seen: (run: RunSummary) => void,
): Promise<Looked> {
  // What only databases need is loaded when there is one.
  const { verifyDatabase } = await import("./verifyDatabase.ts");
  const nothing = { experiments: 0, runs: 0, error: null };
  try {
    return { ...nothing, ...(await verifyDatabase(ref, { ...request, tell, seen, signal: signalOf(hooks) })) };
  } catch (error) {
    if (hooks.signal?.aborted) throw error;
    if (!StoreUnreadable.is(error) || error.kind === "busy") {
      return { ...nothing, error: error instanceof Error ? error.message : String(error) };
    }
    tell({ rule: DATABASE_CLOSED, file: "", message: error.reason });
    return nothing;
  }
}

function signalOf({ signal }: VerifyHooks): AbortSignal {
  return signal ?? new AbortController().signal;
}

/** Keeps what counts here of what is found. */
class Sieve {
  readonly findings: Finding[] = [];
  accepted = 0;
  readonly #place: FoundPlace;
  readonly #settings: VerifySettings;

  constructor(place: FoundPlace, settings: VerifySettings) {
    this.#place = place;
    this.#settings = settings;
  }

  take(found: Found): void {
    const finding = toFinding(found, this.#place, this.#settings);
    if (finding !== null) this.findings.push(finding);
    else if (this.#isAccepted(found.rule)) this.accepted++;
  }

  /** Whether the config left it out, rather than the target or the level. */
  #isAccepted(rule: Rule): boolean {
    const { only, level, target } = this.#settings;
    return (only === null || only.has(rule.id)) && isLookedFor(rule, level) && rule.severity(target) !== null;
  }
}

function settingsOf({ target, level, only }: VerifyRequest, { config }: FoundConfig): VerifySettings {
  const severities: VerifySettings["severities"] = new Map(
    [...RULES.keys()].flatMap((id) => {
      const stated = config.verify.rules.get(id);
      return stated === undefined ? [] : [[id, stated] as const];
    }),
  );
  return { target, level, only, severities, baseline: new Set(config.verify.baseline) };
}

function relative(base: string, file: string): string {
  return path.relative(base, file).replaceAll("\\", "/");
}
