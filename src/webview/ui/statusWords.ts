import type { ShownStatus } from "../../core/model/views.ts";
import type { IconName } from "./iconPaths.ts";
import { t } from "./l10n.ts";

export const STATUS_ICONS: Readonly<Record<ShownStatus, IconName>> = {
  live: "live",
  unfinished: "slash",
  scheduled: "clock",
  finished: "passed",
  failed: "failed",
  killed: "stopped",
  unreadable: "warning",
};

export function statusWord(status: ShownStatus): string {
  const words: Readonly<Record<ShownStatus, string>> = {
    live: t("Running"),
    unfinished: t("Unfinished"),
    scheduled: t("Scheduled"),
    finished: t("Finished"),
    failed: t("Failed"),
    killed: t("Killed"),
    unreadable: t("Unreadable"),
  };
  return words[status];
}

/** What a status that MLflow does not have means. */
export function statusHint(status: ShownStatus): string | undefined {
  if (status === "unfinished") return t("MLflow says RUNNING, but nothing of it has moved for a while.");
  if (status === "unreadable") return t("Its meta.yaml is missing or cannot be read.");
  return undefined;
}
