import type { ShownStatus } from "../../core/model/views.ts";
import { Icon, type IconName } from "./Icon.tsx";
import { t } from "./l10n.ts";
import "./StatusBadge.css";

const ICONS: Readonly<Record<ShownStatus, IconName>> = {
  live: "live",
  unfinished: "slash",
  scheduled: "clock",
  finished: "passed",
  failed: "failed",
  killed: "stopped",
  unreadable: "warning",
};

function statusWord(status: ShownStatus): string {
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

function statusHint(status: ShownStatus): string | undefined {
  if (status === "unfinished") return t("MLflow says RUNNING, but nothing of it has moved for a while.");
  if (status === "unreadable") return t("Its meta.yaml is missing or cannot be read.");
  return undefined;
}

interface Props {
  readonly status: ShownStatus;
  /** The picture alone; its word on hover and for screen readers. */
  readonly iconOnly?: boolean;
}

/** A run's status as picture, colour and word: never by colour alone. */
export function StatusBadge({ status, iconOnly = false }: Props) {
  const word = statusWord(status);
  return (
    <span class={`status ${status}`} title={statusHint(status) ?? (iconOnly ? word : undefined)}>
      <Icon name={ICONS[status]} />
      <span class={iconOnly ? "unseen" : undefined}>{word}</span>
    </span>
  );
}
