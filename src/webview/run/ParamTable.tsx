import { byText, type KeyValue } from "../../core/model/text.ts";
import { Key } from "../ui/Key.tsx";
import { t } from "../ui/l10n.ts";
import { type Column, DataTable } from "../ui/table/DataTable.tsx";
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
      compare: (a, b) => byText(a.key, b.key),
      render: ({ key }) => <Key text={key} />,
    },
    {
      id: "value",
      title: t("Value"),
      compare: byValue,
      render: ({ key, value }) => <Value text={value} copyLabel={t("Copy value of {0}", key)} tab={false} />,
    },
  ];
}

/** Numbers by size before texts by code point. */
function byValue(a: KeyValue, b: KeyValue): number {
  const [x, y] = [Number(a.value || Number.NaN), Number(b.value || Number.NaN)];
  if (Number.isNaN(x) || Number.isNaN(y))
    return Number(Number.isNaN(x)) - Number(Number.isNaN(y)) || byText(a.value, b.value);
  return x - y;
}
