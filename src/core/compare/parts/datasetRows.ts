import type { ComparedDataset, DatasetFacts } from "../../model/comparedParts.ts";
import { countText } from "../../model/numberText.ts";
import type { Translate } from "../../model/timeText.ts";
import type { ComparedValue } from "../../model/views.ts";
import { differs } from "../columns.ts";

/** A dataset as rows: its digest, then where it came from and which columns it has, as far as these tell. */
export function datasetRows(
  { name, context, values, columns }: ComparedDataset,
  t: Translate,
): readonly ComparedValue[] {
  const title = context === "" ? name : t("{0} ({1})", name, context);
  const below = (key: string): string => `${title} › ${key}`;
  const row = (key: string, read: (facts: DatasetFacts) => string): ComparedValue => {
    const texts = values.map((facts) => facts && read(facts));
    return { key, values: texts, differs: differs(texts) };
  };
  return [
    row(title, ({ digest, rows }) => (rows === null ? digest : t("{0}, {1} rows", digest, countText(rows)))),
    row(below(t("source")), ({ sourceType, source }) =>
      source === "" ? sourceType : `${sourceType} ${source}`.trim(),
    ),
    ...columns.rows.map((column) => ({ ...column, key: below(column.key) })),
  ].filter((shown) => shown.values.some((text) => text !== null && text !== ""));
}
