import { count } from "../ui/format/number.ts";
import { t } from "../ui/l10n.ts";
import type { CompareGroup, GroupId } from "./compareGroups.ts";
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
  if (equal === 0) return count(rows.length);
  if (rows.length === 0) return t("all {0} are equal", count(equal));
  return t("{0} differ, {1} equal hidden", count(rows.length), count(equal));
}
