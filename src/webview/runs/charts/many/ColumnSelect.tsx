import type { RunColumn } from "../../../../core/compare/manyRuns/columns.ts";
import { visibleText } from "../../../../core/model/visibleText.ts";
import { columnKey } from "../../../ui/chart/items/columnScale.ts";
import { t } from "../../../ui/l10n.ts";
import { Select } from "../../../ui/Select.tsx";

interface Props {
  readonly label: string;
  readonly columns: readonly RunColumn[];
  readonly value: RunColumn | null;
  /** What no column is called; absent where there must be one. */
  readonly none?: string;
  onChange(key: string): void;
}

/** A choice of a column, under headings of what it is of. */
export function ColumnSelect({ label, columns, value, none, onChange }: Props) {
  const headings = { metric: t("Metrics"), param: t("Params"), attribute: t("Attributes") };
  const options = columns.map((column) => ({
    id: columnKey(column),
    text: columnName(column),
    group: headings[column.of],
  }));
  return (
    <Select
      label={label}
      value={value === null ? "" : columnKey(value)}
      options={none === undefined ? options : [{ id: "", text: none }, ...options]}
      onChange={onChange}
    />
  );
}

/** Attributes are words of ours, all else is the user's. */
export function columnName({ of, key }: Pick<RunColumn, "of" | "key">): string {
  if (of !== "attribute") return visibleText(key);
  const names: Readonly<Record<string, string>> = { start: t("start"), duration: t("duration"), status: t("status") };
  return names[key] ?? key;
}
