import type { ReadCompose } from "../../docker/compose.ts";
import type { Check } from "../rule.ts";
import { checkHealthChecks } from "./healthCheck.ts";
import type { ComposeInput } from "./input.ts";
import { checkMounts } from "./mounts.ts";
import { checkPorts } from "./ports.ts";
import { checkOpening } from "./refused.ts";
import { composeRule, foundAt } from "./rule.ts";

export const COMPOSE_UNREADABLE = composeRule({
  id: "MLR701",
  title: "Compose file that cannot be read",
  why: "Docker does not start any of its services, MLflow's neither.",
  mend: "Correct the line named; `docker compose config` reads the file without starting anything.",
});

export const COMPOSE_NOT_FOLLOWED = composeRule(
  {
    id: "MLR711",
    title: "Part of a compose file that is not followed",
    why: "What other files or services add is not known here, so what they say of MLflow is not verified.",
    mend: "Nothing need be done; `docker compose config` shows everything put together.",
  },
  { data: "info", mlflow: "info" },
);

export interface UnreadCompose {
  readonly path: string;
  readonly text: string;
  readonly read: ReadCompose;
}

/** A file that cannot be read is told where it has to do with MLflow at all. */
export const checkComposeText: Check<UnreadCompose> = ({ path, text, read }, tell) => {
  if (read.ok || !/mlflow|mlruns/i.test(text)) return;
  const place = read.line === null ? {} : { line: read.line };
  tell({ rule: COMPOSE_UNREADABLE, file: path, ...place, message: `The file ${read.reason}.` });
};

/** What of a compose file keeps a store from being opened or shown. */
export const checkComposeFile: Check<ComposeInput> = (input, tell) => {
  const { include, services } = input.file;
  if (include !== null) tell(foundAt(COMPOSE_NOT_FOLLOWED, include, "What the file includes is not verified."));
  for (const { name, extends: at } of services) {
    if (at !== null && /mlflow/i.test(name)) {
      tell(foundAt(COMPOSE_NOT_FOLLOWED, at, `What the service ${JSON.stringify(name)} extends is not verified.`));
    }
  }
  for (const check of [checkMounts, checkOpening, checkHealthChecks, checkPorts]) check(input, tell);
};
