import type { KeyValue } from "../../core/model/text.ts";
import { Key } from "../ui/Key.tsx";
import { t } from "../ui/l10n.ts";
import type { Column } from "../ui/table/column.ts";
import { DataTable } from "../ui/table/DataTable.tsx";
import { Value } from "../ui/Value.tsx";

interface Props {
  readonly params: readonly KeyValue[];
  readonly label?: string;
}

/** Keys and their texts: params, tags. */
export function ParamTable({ params, label = t("Params") }: Props) {
  return <DataTable label={label} columns={columns()} rows={params} rowKey={({ key }) => key} />;
}

function columns(): readonly Column<KeyValue>[] {
  return [
    {
      id: "key",
      title: t("Name"),
      width: "38%",
      sortBy: ({ key }) => key,
      render: ({ key }) => <Key text={key} />,
    },
    {
      id: "value",
      title: t("Value"),
      sortBy: numberOrText,
      render: ({ key, value }) => <Value text={value} copyLabel={t("Copy value of {0}", key)} tab={false} />,
    },
  ];
}

/** Numbers go by size, before texts. */
function numberOrText({ value }: KeyValue): number | string {
  const number = Number(value);
  return value.trim() === "" || Number.isNaN(number) ? value : number;
}
