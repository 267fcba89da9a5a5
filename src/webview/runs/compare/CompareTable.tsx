import { useMemo, useRef } from "preact/hooks";
import type { RunRef } from "../../../core/model/run.ts";
import type { Comparison } from "../../../core/model/views.ts";
import { t } from "../../ui/l10n.ts";
import { Spacer } from "../../ui/table/DataTable.tsx";
import { onGridKeys } from "../../ui/table/gridKeys.ts";
import { useVirtualRows } from "../../ui/table/virtualRows.ts";
import type { Choices } from "../choices.ts";
import { type CompareGroup, type CompareRow, keyOf } from "./compareGroups.ts";
import { GroupRow } from "./GroupRow.tsx";
import { MetricRow } from "./MetricRow.tsx";
import { RunHeader } from "./RunHeader.tsx";
import { ValueRow } from "./ValueRow.tsx";
import "./CompareTable.css";

interface Props {
  readonly comparison: Comparison;
  /** Indices of the runs from left to right. */
  readonly columns: readonly number[];
  readonly groups: readonly CompareGroup[];
  readonly choices: Choices;
  look(ref: RunRef): number;
}

type Line = { readonly group: CompareGroup } | { readonly group: CompareGroup; readonly row: CompareRow };

const ROW_ESTIMATE = 28;

/** Runs as columns, keys as rows; head and first column stay in sight. */
export function CompareTable({ comparison, columns, groups, choices, look }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => groups.flatMap(linesOf), [groups]);
  const { first, end, before, after } = useVirtualRows(scroller, lines.length, ROW_ESTIMATE);
  return (
    <div class="compare-box" ref={scroller}>
      <table
        class="compare-table"
        style={{ "--columns": columns.length }}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows and cells keep their native meaning, arrow keys move among them.
        role="grid"
        tabIndex={0}
        aria-label={t("Comparison")}
        aria-rowcount={lines.length + 1}
        onKeyDown={onGridKeys}
      >
        <thead>
          <tr aria-rowindex={1}>
            <td class="corner" tabIndex={-1}>
              <span class="unseen">{t("Key")}</span>
            </td>
            {columns.map((index) => (
              <RunHeader key={index} comparison={comparison} index={index} look={look} />
            ))}
          </tr>
        </thead>
        <tbody>
          <Spacer height={before} />
          {lines.slice(first, end).map((line, offset) => (
            <TableLine
              key={"row" in line ? `${line.group.id} ${keyOf(line.row)}` : line.group.id}
              line={line}
              position={first + offset}
              columns={columns}
              choices={choices}
            />
          ))}
          <Spacer height={after} />
        </tbody>
      </table>
    </div>
  );
}

function linesOf(group: CompareGroup): readonly Line[] {
  return [{ group }, ...group.rows.map((row) => ({ group, row }))];
}

interface LineProps {
  readonly line: Line;
  readonly position: number;
  readonly columns: readonly number[];
  readonly choices: Choices;
}

function TableLine({ line, position, columns, choices }: LineProps) {
  const place = { "data-row": position, "aria-rowindex": position + 2 };
  if (!("row" in line)) return <GroupRow group={line.group} span={columns.length} place={place} />;
  if (line.row.kind === "value") return <ValueRow value={line.row.value} columns={columns} place={place} />;
  return <MetricRow metric={line.row.metric} columns={columns} place={place} order={choices.order} />;
}
