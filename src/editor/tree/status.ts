import type { ShownStatus } from "../../core/model/views.ts";
import { t } from "../base/l10n.ts";

/** A product icon and the theme's colour for it. */
export interface Look {
  readonly icon: string;
  readonly color: string | null;
}

const LOOKS: Record<ShownStatus, Look> = {
  live: { icon: "sync~spin", color: "charts.blue" },
  unfinished: { icon: "circle-slash", color: "disabledForeground" },
  scheduled: { icon: "clock", color: "charts.blue" },
  finished: { icon: "pass", color: "testing.iconPassed" },
  failed: { icon: "error", color: "testing.iconFailed" },
  killed: { icon: "stop-circle", color: "testing.iconSkipped" },
  unreadable: { icon: "warning", color: "list.warningForeground" },
};

export function statusLook(status: ShownStatus): Look {
  return LOOKS[status];
}

export function isShownStatus(text: string): text is ShownStatus {
  return Object.hasOwn(LOOKS, text);
}

export function statusWord(status: ShownStatus): string {
  switch (status) {
    case "live":
      return t("Running");
    case "unfinished":
      return t("Unfinished");
    case "scheduled":
      return t("Scheduled");
    case "finished":
      return t("Finished");
    case "failed":
      return t("Failed");
    case "killed":
      return t("Killed");
    case "unreadable":
      return t("Unreadable");
  }
}
