import type { RuleId } from "../model/finding.ts";
import type { RunCheck, StoreCheck } from "./input.ts";
import type { Rule } from "./rule.ts";
import { checkParents, PARENT_LOOP, PARENT_MISSING } from "./structure/parent.ts";
import { checkRunMeta, RUN_META_BROKEN, RUN_META_EMPTY, RUN_META_MISSING } from "./structure/runMeta.ts";

/** Looked at for every run, with its files at hand. */
export const RUN_CHECKS: readonly RunCheck[] = [checkRunMeta];

/** Looked at once for a file store, when all its runs are known. */
export const STORE_CHECKS: readonly StoreCheck[] = [checkParents];

/** Every rule, in the order of its id. */
export const RULES: ReadonlyMap<RuleId, Rule> = new Map(
  [RUN_META_MISSING, RUN_META_EMPTY, RUN_META_BROKEN, PARENT_MISSING, PARENT_LOOP].map((rule) => [rule.id, rule]),
);
