import { useMemo } from "preact/hooks";
import type { PrimaryMetric, RunView } from "../../core/model/views.ts";
import { count } from "../ui/format/number.ts";
import { Icon } from "../ui/Icon.tsx";
import { Key } from "../ui/Key.tsx";
import { t } from "../ui/l10n.ts";
import { Num } from "../ui/Num.tsx";
import type { Column } from "../ui/table/column.ts";
import { DataTable } from "../ui/table/DataTable.tsx";
import "./MetricTable.css";

type Metric = RunView["metrics"][number];

interface Props {
  readonly metrics: readonly Metric[];
  readonly primary: PrimaryMetric | null;
}

/** Last values; least, greatest and how many points only where any metric has more than one. */
export function MetricTable({ metrics, primary }: Props) {
  const series = metrics.some((metric) => metric.count > 1);
  const columns = useMemo(
    () => [nameColumn(primary), lastColumn, ...(series ? seriesColumns() : [])],
    [primary, series],
  );
  return <DataTable label={t("Metrics")} columns={columns} rows={metrics} rowKey={({ key }) => key} />;
}

const NUMBER_WIDTH = "7.4em";

function nameColumn(primary: PrimaryMetric | null): Column<Metric> {
  return {
    id: "key",
    title: t("Metric"),
    sortBy: ({ key }) => key,
    render: ({ key, goal }) => (
      <span class="metric-name">
        <Key text={key} />
        {goal !== "unknown" && (
          <span class="goal" title={goal === "min" ? t("Lower is better") : t("Higher is better")}>
            <Icon name={goal === "min" ? "down" : "up"} />
            <span class="unseen">{goal === "min" ? t("lower is better") : t("higher is better")}</span>
          </span>
        )}
        {key === primary?.key && (
          <span class="badge" title={t("The metric its experiment is judged by")}>
            {t("primary")}
          </span>
        )}
      </span>
    ),
  };
}

const lastColumn: Column<Metric> = {
  id: "last",
  get title() {
    return t("Last");
  },
  end: true,
  width: NUMBER_WIDTH,
  sortBy: ({ last }) => last.value,
  render: ({ last }) => <Num value={last.value} note={t("step {0}", last.step)} strong tab={false} />,
};

function seriesColumns(): Column<Metric>[] {
  return [
    extremeColumn("min", t("Min")),
    extremeColumn("max", t("Max")),
    {
      id: "count",
      title: t("Points"),
      end: true,
      width: "5em",
      sortBy: (metric) => metric.count,
      render: (metric) => <span class="dim">{count(metric.count)}</span>,
    },
  ];
}

/** Shown where it says more than the last value does. */
function extremeColumn(which: "min" | "max", title: string): Column<Metric> {
  return {
    id: which,
    title,
    end: true,
    width: NUMBER_WIDTH,
    sortBy: (metric) => metric[which],
    render: (metric) => (metric.count > 1 ? <Num value={metric[which]} tab={false} /> : null),
  };
}
