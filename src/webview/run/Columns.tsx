import type { SignatureColumn } from "../../core/model/views.ts";
import { visibleText } from "../../core/model/visibleText.ts";
import { t } from "../ui/l10n.ts";
import type { Column } from "../ui/table/column.ts";
import { DataTable } from "../ui/table/DataTable.tsx";

interface Props {
  readonly label: string;
  readonly columns: readonly SignatureColumn[];
}

/** The columns of a data set or of a model's signature. */
export function Columns({ label, columns }: Props) {
  const rows = columns.map((column, index) => ({ ...column, index }));
  return <DataTable label={label} columns={describe()} rows={rows} rowKey={({ index }) => String(index)} />;
}

function describe(): readonly Column<SignatureColumn>[] {
  return [
    {
      id: "name",
      title: t("Column"),
      render: ({ name }) => (name === "" ? <span class="dim">{t("unnamed")}</span> : visibleText(name)),
    },
    {
      id: "type",
      title: t("Type"),
      width: "14em",
      render: ({ type }) => <span class="mono">{visibleText(type)}</span>,
    },
  ];
}
