import type { ComponentChildren } from "preact";
import { type RunRef, refKey } from "../../../core/model/run.ts";
import { visibleText } from "../../../core/model/visibleText.ts";
import type { CompareState } from "../../../protocol/compare.ts";
import { Key } from "../../ui/Key.tsx";
import { nextOrder } from "./columnOrder.ts";
import type { CompareLine } from "./compareGroups.ts";
import type { GridCell, GridContent } from "./grid/gridContent.ts";
import { GroupHead } from "./heads/GroupHead.tsx";
import { nextGoal } from "./heads/goalWords.ts";
import { groupFacts } from "./heads/groupFacts.ts";
import { MetricHead } from "./heads/MetricHead.tsx";
import { RunHead } from "./heads/RunHead.tsx";
import { metricCell } from "./metrics/MetricCell.tsx";
import type { CompareRow, PartId } from "./parts/part.ts";
import type { ShownComparison } from "./shownComparison.ts";
import { valueCell } from "./values/ValueCell.tsx";

/** What may be done from within the grid. */
export interface LineActions {
  readonly folded: ReadonlySet<PartId>;
  look(ref: RunRef): number;
  choose(change: Partial<CompareState>): void;
  sayGoal(key: string, goal: "min" | "max"): void;
  onFold(id: PartId): void;
}

const EMPTY: GridCell = { content: null };

/** Keys below each other under headings, a column a run. */
export function runsAcross(shown: ShownComparison, lines: readonly CompareLine[], actions: LineActions): GridContent {
  const run = (column: number): number => shown.order[column] ?? 0;
  return {
    rows: lines.length,
    columns: shown.order.length,
    rowKey: (row) => lineKey(lines[row]),
    columnKey: (column) => runKey(shown, run(column)),
    columnHead: (column) => runHead(shown, run(column), actions),
    rowHead: (row) => {
      const line = lines[row];
      if (line === undefined) return EMPTY;
      if (line.kind !== "group") return { content: keyHead(shown, line, actions, true) };
      const { id, title } = line.group;
      const isFolded = actions.folded.has(id);
      return { content: <GroupHead title={title} isFolded={isFolded} onFold={() => actions.onFold(id)} /> };
    },
    cell: (row, column) => {
      const line = lines[row];
      return line === undefined || line.kind === "group" ? EMPTY : lineCell(shown, line, run(column));
    },
    band: (row) => {
      const line = lines[row];
      return line?.kind === "group" ? <span class="dim">{groupFacts(line.group)}</span> : null;
    },
  };
}

/** Runs below each other, a column a key. */
export function runsDown(shown: ShownComparison, lines: readonly CompareLine[], actions: LineActions): GridContent {
  const rows = rowsOf(lines);
  const run = (row: number): number => shown.order[row] ?? 0;
  return {
    rows: shown.order.length,
    columns: rows.length,
    rowKey: (row) => runKey(shown, run(row)),
    columnKey: (column) => lineKey(rows[column]),
    columnHead: (column) => {
      const line = rows[column];
      if (line === undefined) return EMPTY;
      return {
        content: (
          <>
            <span class="group-caption">{visibleText(line.caption)}</span>
            {keyHead(shown, line, actions, false)}
          </>
        ),
      };
    },
    rowHead: (row) => runHead(shown, run(row), actions),
    cell: (row, column) => {
      const line = rows[column];
      return line === undefined ? EMPTY : lineCell(shown, line, run(row));
    },
    band: () => null,
  };
}

/** The lines without their headings. */
export function rowsOf(lines: readonly CompareLine[]): readonly CompareRow[] {
  return lines.filter((line): line is CompareRow => line.kind !== "group");
}

function lineKey(line: CompareLine | undefined): string {
  if (line === undefined) return "";
  return line.kind === "group" ? line.group.id : line.id;
}

function runKey({ comparison }: ShownComparison, run: number): string {
  const row = comparison.runs[run];
  return row === undefined ? String(run) : refKey(row.ref);
}

function runHead({ comparison, baseline }: ShownComparison, run: number, { look }: LineActions): GridCell {
  const row = comparison.runs[run];
  if (row === undefined) return EMPTY;
  return { content: <RunHead run={row} look={look(row.ref)} isBaseline={run === baseline} /> };
}

function keyHead(
  { state }: ShownComparison,
  line: CompareRow,
  { choose, sayGoal }: LineActions,
  isAcross: boolean,
): ComponentChildren {
  if (line.kind === "value") return <Key text={line.value.key} />;
  const { key, goal } = line.metric;
  return (
    <MetricHead
      metric={line.metric}
      order={state.order}
      isAcross={isAcross}
      onSort={() => choose({ order: nextOrder(state.order, key, goal) })}
      onGoal={() => sayGoal(key, nextGoal(goal))}
    />
  );
}

function lineCell(shown: ShownComparison, line: CompareRow, run: number): GridCell {
  if (line.kind === "metric") {
    const cell = shown.cells(line.metric)[run];
    return cell === undefined ? EMPTY : metricCell(cell, line.metric.values[run] ?? null);
  }
  const { key, values } = line.value;
  const isBaseline = run === shown.baseline;
  const other = isBaseline && values.length === 2 ? (values[1 - run] ?? null) : undefined;
  const base = isBaseline ? undefined : (values[shown.baseline] ?? null);
  return valueCell({ key, value: values[run] ?? null, base, other });
}
