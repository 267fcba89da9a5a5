import { differs } from "../../../../core/compare/columns.ts";
import type { ComparedDataset, DatasetFacts } from "../../../../core/model/comparedParts.ts";
import type { ComparedValue } from "../../../../core/model/views.ts";
import { count } from "../../../ui/format/number.ts";
import { t } from "../../../ui/l10n.ts";

/** A dataset as rows: its digest, then where it came from and which columns it has, as far as these tell. */
export function datasetRows({ name, context, values, columns }: ComparedDataset): readonly ComparedValue[] {
  const title = context === "" ? name : t("{0} ({1})", name, context);
  const below = (key: string): string => `${title} › ${key}`;
  const row = (key: string, read: (facts: DatasetFacts) => string): ComparedValue => {
    const texts = values.map((facts) => facts && read(facts));
    return { key, values: texts, differs: differs(texts) };
  };
  return [
    row(title, digestText),
    row(below(t("source")), ({ sourceType, source }) =>
      source === "" ? sourceType : `${sourceType} ${source}`.trim(),
    ),
    ...columns.rows.map((column) => ({ ...column, key: below(column.key) })),
  ].filter((shown) => shown.values.some((text) => text !== null && text !== ""));
}

function digestText({ digest, rows }: DatasetFacts): string {
  return rows === null ? digest : t("{0}, {1} rows", digest, count(rows));
}
