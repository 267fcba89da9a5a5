import { useState } from "preact/hooks";
import { counted } from "../../l10n.ts";
import { Swatch } from "../Swatch.tsx";
import type { ChartGroup } from "./chartGroup.ts";
import { LineChart } from "./LineChart.tsx";
import type { Line } from "./line.ts";
import type { LineModel } from "./model.ts";

interface Props {
  readonly model: LineModel;
  readonly lines: readonly Line[];
  readonly group: ChartGroup;
}

const SHOWN_AT_FIRST = 60;
const HEIGHT = 120;

/** A small chart for each line, all over the same axes; ghosts are in every one. */
export function SmallCharts({ model, lines, group }: Props) {
  const [all, setAll] = useState(false);
  const own = lines.filter(({ ghost }) => !ghost);
  return (
    <>
      <div class="small-charts">
        {(all ? own : own.slice(0, SHOWN_AT_FIRST)).map(({ id, label, look }) => (
          <div key={id}>
            <div class="small-chart-head">
              <Swatch index={look} />
              <span title={label}>{label}</span>
            </div>
            <LineChart model={model} group={group} height={HEIGHT} only={id} />
          </div>
        ))}
      </div>
      {!all && own.length > SHOWN_AT_FIRST && (
        <button type="button" class="link more-charts" onClick={() => setAll(true)}>
          {counted(own.length, "Show all {0} charts", "Show all {0} charts")}
        </button>
      )}
    </>
  );
}
