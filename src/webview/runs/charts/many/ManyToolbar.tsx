import type { ManyState, ManyView } from "../../../../protocol/chartState.ts";
import { columnKey } from "../../../ui/chart/items/columnScale.ts";
import { t } from "../../../ui/l10n.ts";
import { Segments } from "../../../ui/Segments.tsx";
import { ColumnSelect } from "./ColumnSelect.tsx";
import { type ChosenColumns, groupable } from "./chosen.ts";
import { VIEWS } from "./restoreMany.ts";
import { isNumber, type RunSet } from "./runSet.ts";

interface Props {
  readonly runs: RunSet;
  readonly state: ManyState;
  readonly chosen: ChosenColumns;
  set(changes: Partial<ManyState>): void;
  setLog(key: string, isLog: boolean): void;
}

/** Which chart, and of which columns. */
export function ManyToolbar({ runs, state, chosen, set, setLog }: Props) {
  const numbers = runs.columns.filter(isNumber);
  const metrics = numbers.filter(({ of }) => of === "metric");
  const { view } = state;
  const titles: Readonly<Record<ManyView, string>> = {
    parallel: t("Parallel coordinates"),
    scatter: t("Scatter"),
    box: t("Box"),
    correlation: t("Correlation"),
  };
  const metric = <ColumnSelect label={t("Metric")} columns={metrics} value={chosen.y} onChange={(y) => set({ y })} />;
  return (
    <div class="chart-toolbar" role="toolbar" aria-label={t("Across runs")}>
      <Segments
        label={t("Chart")}
        options={VIEWS.map((id) => ({ id, text: titles[id] }))}
        value={view}
        onChange={(next) => set({ view: next })}
      />
      {view === "scatter" && (
        <>
          <ColumnSelect label="X" columns={numbers} value={chosen.x} onChange={(x) => set({ x })} />
          <LogToggle label={t("Log x")} column={chosen.x} chosen={chosen} setLog={setLog} />
          <ColumnSelect label="Y" columns={numbers} value={chosen.y} onChange={(y) => set({ y })} />
          <LogToggle label={t("Log y")} column={chosen.y} chosen={chosen} setLog={setLog} />
        </>
      )}
      {view !== "scatter" && metrics.length > 1 && metric}
      {view === "box" && (
        <ColumnSelect
          label={t("Group by")}
          columns={groupable(runs.columns)}
          value={chosen.group}
          onChange={(group) => set({ group })}
        />
      )}
      {(view === "scatter" || view === "parallel") && (
        <ColumnSelect
          label={t("Color")}
          columns={runs.columns}
          value={chosen.color}
          none={view === "parallel" ? t("By the metric") : t("None")}
          onChange={(color) => set({ color })}
        />
      )}
      {view === "scatter" && (
        <ColumnSelect
          label={t("Size")}
          columns={numbers}
          value={chosen.size}
          none={t("None")}
          onChange={(size) => set({ size })}
        />
      )}
      {view === "parallel" && (
        <ColumnSelect
          label={t("Add axis")}
          columns={runs.columns.filter((column) => !chosen.axes.includes(column))}
          value={null}
          none={t("Choose…")}
          onChange={(key) => key !== "" && set({ axes: [...chosen.axes.map(columnKey), key] })}
        />
      )}
    </div>
  );
}

interface LogProps {
  readonly label: string;
  readonly column: ChosenColumns["x"];
  readonly chosen: ChosenColumns;
  setLog(key: string, isLog: boolean): void;
}

function LogToggle({ label, column, chosen, setLog }: LogProps) {
  if (column === null) return null;
  const isLog = chosen.isLog(column);
  return (
    <button type="button" class="text-button" aria-pressed={isLog} onClick={() => setLog(columnKey(column), !isLog)}>
      {label}
    </button>
  );
}
