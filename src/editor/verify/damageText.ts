import type { StandingFindings } from "../../core/verify/standing.ts";
import { counted, t } from "../base/l10n.ts";

/** What stands, in a few words for the view: how many runs, and by which commit; empty where nothing is wrong. */
export function damageText({ target, damagedRuns, errors, blamed }: Omit<StandingFindings, "folds">): string {
  if (errors === 0) return "";
  if (damagedRuns === 0)
    return counted(errors, t("1 error in the data, beside the runs"), t("{0} errors in the data, beside the runs"));
  if (target.kind === "mlflow") {
    const version = `${target.major}.${target.minor}`;
    return counted(
      damagedRuns,
      t("MLflow {0} would not open 1 run", version),
      t("MLflow {0} would not open {1} runs", version, "{0}"),
    );
  }
  if (target.kind === "migration")
    return counted(
      damagedRuns,
      t("The migration would stop at or lose 1 run"),
      t("The migration would stop at or lose {0} runs"),
    );
  if (blamed === null) return counted(damagedRuns, t("1 run is damaged"), t("{0} runs are damaged"));
  const commit = blamed.commit.slice(0, 7);
  if (blamed.runs >= damagedRuns)
    return counted(damagedRuns, t("1 run damaged by {0}", commit), t("{1} runs damaged by {0}", commit, "{0}"));
  return t(
    "{0} runs damaged, {1} of them by {2}",
    damagedRuns.toLocaleString("en-US"),
    blamed.runs.toLocaleString("en-US"),
    commit,
  );
}
