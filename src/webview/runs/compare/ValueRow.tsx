import type { ComparedValue } from "../../../core/model/views.ts";
import { Icon } from "../../ui/Icon.tsx";
import { Key } from "../../ui/Key.tsx";
import { t } from "../../ui/l10n.ts";
import { Value } from "../../ui/Value.tsx";
import { Missing } from "./MetricRow.tsx";
import type { RowPlace } from "./place.ts";

interface Props {
  readonly value: ComparedValue;
  readonly columns: readonly number[];
  readonly place: RowPlace;
}

/** A param, tag or attribute; what is other than in the first column is marked. */
export function ValueRow({ value: { key, values }, columns, place }: Props) {
  const reference = values[columns[0] ?? 0] ?? null;
  return (
    <tr {...place}>
      <th scope="row" tabIndex={-1}>
        <Key text={key} />
      </th>
      {columns.map((index) => {
        const value = values[index] ?? null;
        const changed = value !== reference;
        return (
          <td key={index} class={changed ? "changed" : undefined} tabIndex={-1}>
            <div class="cell">
              {changed && <Changed />}
              {value === null ? (
                <Missing />
              ) : (
                <Value text={value} copyLabel={t("Copy value of {0}", key)} tab={false} />
              )}
            </div>
          </td>
        );
      })}
    </tr>
  );
}

function Changed() {
  return (
    <span class="changed-mark" title={t("Other than in the first run")}>
      <Icon name="differs" />
      <span class="unseen">{t("differs:")}</span>
    </span>
  );
}
