import type { RuleId } from "../model/finding.ts";
import * as addresses from "./artifacts/addresses.ts";
import * as kept from "./artifacts/kept.ts";
import * as loggedModels from "./artifacts/loggedModels.ts";
import * as modelFolder from "./artifacts/modelFolder.ts";
import * as modelLinks from "./artifacts/modelLinks.ts";
import * as registered from "./artifacts/registered.ts";
import * as tree from "./artifacts/tree.ts";
import * as composeFile from "./compose/composeFile.ts";
import * as healthCheck from "./compose/healthCheck.ts";
import * as composeMounts from "./compose/mounts.ts";
import * as composePorts from "./compose/ports.ts";
import * as refused from "./compose/refused.ts";
import * as database from "./database/database.ts";
import * as schema from "./database/schema.ts";
import * as gitAsked from "./git/asked.ts";
import * as gitCommitted from "./git/committed.ts";
import * as gitIgnored from "./git/ignored.ts";
import * as gitLarge from "./git/large.ts";
import * as gitNames from "./git/names.ts";
import * as gitSources from "./git/sources.ts";
import type { ExperimentsCheck, RunCheck, StoreCheck } from "./input.ts";
import * as pipelineBest from "./pipeline/best.ts";
import * as pipelineFiles from "./pipeline/pipelineFiles.ts";
import type { Rule } from "./rule.ts";
import * as serverCompare from "./server/compare.ts";
import * as serverReach from "./server/reach.ts";
import * as alone from "./structure/artifactsAlone.ts";
import * as experiments from "./structure/experiments.ts";
import * as lifecycle from "./structure/lifecycle.ts";
import * as parent from "./structure/parent.ts";
import * as runFields from "./structure/runFields.ts";
import * as runFolders from "./structure/runFolders.ts";
import * as runLinks from "./structure/runLinks.ts";
import * as runMeta from "./structure/runMeta.ts";
import * as runPlace from "./structure/runPlace.ts";
import * as keys from "./values/keys.ts";
import * as metricLines from "./values/metricLines.ts";
import * as texts from "./values/texts.ts";
import * as times from "./values/times.ts";

/** Looked at for every run, with its files at hand. */
export const RUN_CHECKS: readonly RunCheck[] = [
  ...[runMeta.checkRunMeta, runFields.checkRunFields, runPlace.checkRunPlace, runFolders.checkRunFolders],
  ...[runLinks.checkRunLinks, metricLines.checkMetricLines, keys.checkKeys, texts.checkTexts, times.checkTimes],
  addresses.checkRunAddress,
];

/** Looked at once for all experiments of a file store, whatever is known of their runs. */
export const EXPERIMENT_CHECKS: readonly ExperimentsCheck[] = [experiments.checkExperiments, lifecycle.checkLifecycle];

/** Looked at once for the models of a file store. */
export const MODEL_CHECKS: readonly StoreCheck[] = [loggedModels.checkLoggedModels, registered.checkRegistered];

/** Looked at when all runs of a file store are known. */
export const LINK_CHECKS: readonly StoreCheck[] = [parent.checkParents];

const MODULES = [
  ...[runMeta, runFields, runPlace, runFolders, runLinks, experiments, lifecycle, parent, alone],
  ...[metricLines, keys, texts, times, database, schema],
  ...[loggedModels, modelLinks, registered, kept, modelFolder, addresses, tree, pipelineFiles, pipelineBest],
  ...[gitAsked, gitIgnored, gitCommitted, gitNames, gitLarge, gitSources],
  ...[serverReach, serverCompare],
  ...[composeFile, composeMounts, refused, healthCheck, composePorts],
];

/** Every rule, in the order of its id. */
export const RULE_LIST: readonly Rule[] = MODULES.flatMap(rulesOf).sort((a, b) => (a.id < b.id ? -1 : 1));

export const RULES: ReadonlyMap<RuleId, Rule> = new Map(RULE_LIST.map((rule) => [rule.id, rule]));

/** Rules that the experiments' own files answer for. */
export const EXPERIMENT_RULES: ReadonlySet<RuleId> = idsOf([experiments, lifecycle].flatMap(rulesOf));

/** Rules that name a run and speak of others, so that its own files alone do not answer for them. */
export const LINK_RULES: ReadonlySet<RuleId> = idsOf([...rulesOf(parent), modelLinks.LOGGED_MODEL_GONE]);

function rulesOf(module: object): Rule[] {
  return Object.values(module).filter(isRule);
}

function idsOf(rules: readonly Rule[]): Set<RuleId> {
  return new Set(rules.map(({ id }) => id));
}

function isRule(exported: unknown): exported is Rule {
  return typeof exported === "object" && exported !== null && "id" in exported;
}
