import type { Signal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import type { TableQuery } from "../../../core/model/runsTable.ts";
import type { PrimaryMetric } from "../../../core/model/views.ts";
import type { ChartState } from "../../../protocol/chartState.ts";
import { count } from "../../ui/format/number.ts";
import { t } from "../../ui/l10n.ts";
import { ManyRuns } from "../charts/many/ManyRuns.tsx";
import { useHost } from "../context.ts";
import { type TableRunSet, tableRunSet } from "./tableRunSet.ts";

interface Props {
  readonly query: TableQuery;
  readonly primary: PrimaryMetric | null;
  /** Changes with the runs. */
  readonly version: number;
  readonly choices: Signal<ChartState>;
}

/** Scatter, parallel coordinates, boxes and correlations of all runs of the table, pinned or not. */
export function AcrossRuns({ query, primary, version, choices }: Props) {
  const host = useHost();
  const [found, setFound] = useState<TableRunSet | null>(null);
  const [failed, setFailed] = useState(false);
  const asked = JSON.stringify(query);
  useEffect(() => {
    let late = false;
    tableRunSet(host, query, primary).then(
      (next) => {
        if (late) return;
        setFound(next);
        setFailed(false);
      },
      () => late || setFailed(true),
    );
    return () => {
      late = true;
    };
  }, [asked, version]);
  if (failed) return <p class="plot-note">{t("The runs could not be read.")}</p>;
  if (found === null) return null;
  const { runs, total } = found;
  if (runs.columns.length < 2) return <p class="plot-note">{t("Two columns in which the runs differ are needed.")}</p>;
  return (
    <>
      {runs.refs.length < total && (
        <p class="plot-note">
          {t("{0} of {1} runs are drawn: filter the table to see others.", count(runs.refs.length), count(total))}
        </p>
      )}
      <ManyRuns runs={runs} choices={choices} />
    </>
  );
}
