import { shortNumber } from "../../../../core/model/numberText.ts";
import { counted } from "../../l10n.ts";
import { Swatch } from "../Swatch.tsx";
import type { CursorValue } from "./cursorValues.ts";
import "../frame/readout.css";

interface Props {
  readonly place: string;
  readonly values: readonly CursorValue[];
  /** Of the chart the cursor is in: with names, and more of them. */
  readonly active: boolean;
  /** Pixels from the left of the chart, and which side of the cursor has more room. */
  readonly left: number;
  readonly side: "left" | "right";
}

const SHOWN = 14;
const SHOWN_BESIDE = 4;

/** All values under the cursor, best first. */
export function Readout({ place, values, active, left, side }: Props) {
  const most = active ? SHOWN : SHOWN_BESIDE;
  // One line too many is shown rather than counted.
  const shown = values.length <= most + 1 ? values : values.slice(0, most);
  return (
    <div class={active ? `readout ${side}` : `readout beside ${side}`} style={{ left: `${left}px` }} aria-hidden="true">
      {active && <div class="readout-place">{place}</div>}
      {shown.map(({ line, value, raw, band }) => (
        <div key={line.id} class="readout-row">
          <Swatch index={line.look} ghost={line.ghost} />
          {active && <span class="readout-label">{line.label}</span>}
          <span class="readout-value">{shortNumber(value)}</span>
          {active && raw !== null && <span class="dim">({shortNumber(raw)})</span>}
          {active && band !== null && (
            <span class="dim">
              {shortNumber(band[0])} – {shortNumber(band[1])}
            </span>
          )}
        </div>
      ))}
      {shown.length < values.length && (
        <div class="dim">{counted(values.length - shown.length, "and {0} more", "and {0} more")}</div>
      )}
    </div>
  );
}
