import type { ChartGroup } from "../../ui/chart/lines/chartGroup.ts";
import type { LineName } from "../../ui/chart/lines/line.ts";
import { Swatch } from "../../ui/chart/Swatch.tsx";
import { counted, t } from "../../ui/l10n.ts";

interface Props {
  readonly names: readonly LineName[];
  readonly group: ChartGroup;
}

/** From here on a legend scrolls. */
const MANY = 24;

/** Which line is which, for all charts at once. A click hides a line or shows it again, a double click shows it alone. */
export function RunLegend({ names, group }: Props) {
  const hidden = group.hidden.value;
  const ids = names.map(({ id }) => id);
  const many = names.length > MANY;
  const hiddenHere = ids.filter((id) => hidden.has(id)).length;
  const point = (id: string | null) => () => {
    group.highlighted.value = id;
  };
  return (
    <fieldset class={many ? "run-legend many" : "run-legend"} aria-label={t("Lines")}>
      {names.map(({ id, label, look, ghost }) => (
        <button
          key={id}
          type="button"
          class="run-legend-item"
          aria-pressed={!hidden.has(id)}
          title={`${label}\n${t("Click: hide or show. Double click or S: show only this.")}`}
          onClick={() => group.toggle(id)}
          onDblClick={() => group.solo(id, ids)}
          onKeyDown={(event) => event.key.toLowerCase() === "s" && group.solo(id, ids)}
          onPointerEnter={point(id)}
          onPointerLeave={point(null)}
          onFocus={point(id)}
          onBlur={point(null)}
        >
          <Swatch index={look} ghost={ghost ?? false} />
          <span class="run-legend-label">{label}</span>
        </button>
      ))}
      {hiddenHere > 0 && (
        <button type="button" class="link" onClick={() => group.showAll()}>
          {counted(hiddenHere, "Show {0} hidden", "Show {0} hidden")}
        </button>
      )}
    </fieldset>
  );
}
