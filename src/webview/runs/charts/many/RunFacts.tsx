import type { RunColumn } from "../../../../core/compare/manyRuns/columns.ts";
import { cellText, columnKey } from "../../../ui/chart/items/columnScale.ts";
import { columnName } from "./ColumnSelect.tsx";
import type { RunSet } from "./runSet.ts";

interface Props {
  readonly runs: RunSet;
  readonly run: number;
  readonly columns: readonly RunColumn[];
}

/** A run with what it has in some columns. */
export function RunFacts({ runs, run, columns }: Props) {
  return (
    <>
      <div class="readout-name">{runs.labels[run]}</div>
      <div class="readout-facts">
        {distinct(columns).map((column) => (
          <>
            <span>{columnName(column)}</span>
            <span>{cellText(column, run)}</span>
          </>
        ))}
      </div>
    </>
  );
}

/** The same in one sentence. */
export function runWords({ labels }: RunSet, run: number, columns: readonly RunColumn[]): string {
  const facts = distinct(columns).map((column) => `${columnName(column)} ${cellText(column, run)}`);
  return `${labels[run] ?? ""}: ${facts.join(", ")}`;
}

function distinct(columns: readonly RunColumn[]): readonly RunColumn[] {
  return [...new Map(columns.map((column) => [columnKey(column), column])).values()];
}
