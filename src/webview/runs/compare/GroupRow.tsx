import { count } from "../../ui/format/number.ts";
import { counted, t } from "../../ui/l10n.ts";
import { type CompareGroup, differs, type GroupId } from "./compareGroups.ts";
import type { RowPlace } from "./place.ts";

interface Props {
  readonly group: CompareGroup;
  /** How many runs there are. */
  readonly span: number;
  readonly place: RowPlace;
}

/** The heading of a part, with what is hidden of it. */
export function GroupRow({ group, span, place }: Props) {
  return (
    <tr class="group" {...place}>
      <th scope="rowgroup" tabIndex={-1}>
        {title(group.id)}
      </th>
      <td colSpan={span} tabIndex={-1}>
        <span class="group-facts">{facts(group)}</span>
      </td>
    </tr>
  );
}

function title(id: GroupId): string {
  switch (id) {
    case "metrics":
      return t("Metrics");
    case "params":
      return t("Params");
    case "tags":
      return t("Tags");
    case "attributes":
      return t("Attributes");
  }
}

function facts({ rows, equal }: CompareGroup): string {
  if (rows.length === 0) return counted(equal, "{0}, the same in all runs", "all {0} are the same");
  const differing = rows.filter(differs).length;
  if (differing === 0) return count(rows.length);
  const words = counted(differing, "{0} differs", "{0} differ");
  if (equal > 0) return t("{0}, {1} equal hidden", words, count(equal));
  return differing < rows.length ? t("{0} in all, {1}", count(rows.length), words) : words;
}
