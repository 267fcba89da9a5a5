import type { Check } from "../rule.ts";
import { checkCommitted } from "./committed.ts";
import type { GitFacts } from "./facts.ts";
import { checkIgnored } from "./ignored.ts";
import { checkLarge } from "./large.ts";
import { checkNames } from "./names.ts";
import { checkSources } from "./sources.ts";

/** Looked at for each store that lies in a repository. */
export const GIT_CHECKS: readonly Check<GitFacts>[] = [
  ...[checkIgnored, checkCommitted, checkNames, checkLarge, checkSources],
];
