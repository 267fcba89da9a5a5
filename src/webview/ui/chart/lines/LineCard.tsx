import { useMemo } from "preact/hooks";
import type { Series, SeriesAxis } from "../../../../core/model/views.ts";
import { t } from "../../l10n.ts";
import { ChartFrame } from "../frame/ChartFrame.tsx";
import { buildModel } from "./buildModel.ts";
import type { ChartGroup } from "./chartGroup.ts";
import { LineChart } from "./LineChart.tsx";
import type { LineName } from "./line.ts";
import { linePicture } from "./linePicture.ts";
import { lineSheet, pointSheet } from "./lineSheet.ts";
import { lineNotes, pointsText } from "./notes.ts";
import type { LineSettings, LineSubject } from "./settings.ts";
import { useSeries } from "./useSeries.ts";

interface Props {
  readonly subject: LineSubject;
  readonly settings: LineSettings;
  readonly axis: SeriesAxis;
  readonly smoothing: number;
  readonly group: ChartGroup;
  readonly height: number;
  /** Changes when the points do. */
  readonly version: string;
  load(view: {
    axis: SeriesAxis;
    range: readonly [number, number] | null;
    smoothing: number;
  }): Promise<readonly Series[]>;
  /** The line that stands for a series. */
  name(series: Series): LineName;
}

/** One metric's chart: loaded when it comes into view, drawn again when its points change, and also a table. */
export function LineCard({ subject, settings, axis, smoothing, group, height, version, load, name }: Props) {
  const range = group.zoom.value;
  const { box, loaded, failure } = useSeries({ version, view: { axis, range, smoothing }, load });
  const built = useMemo(
    () => (loaded === null ? null : buildModel(loaded, name, { ...subject, ...settings })),
    [loaded, name, subject, settings],
  );
  const own = useMemo(() => (built?.isApart === true ? group.apart() : group), [built?.isApart, group]);
  const hidden = group.hidden.value;
  const shown = useMemo(() => built?.model.lines.filter((line) => !hidden.has(line.id)) ?? [], [built, hidden]);
  const notes = useMemo(
    () => (built === null ? [] : lineNotes(built.model, shown, loaded?.series ?? [])),
    [built, shown, loaded],
  );
  const parts = useMemo(() => {
    if (built === null) return null;
    const { model } = built;
    return {
      picture: () => linePicture(model, { lines: shown, zoom: own.zoom.value, notes }),
      sheet: () => lineSheet(model.x.title, shown),
      data: () => pointSheet(model.x.title, shown),
    };
  }, [built, shown, notes, own]);
  return (
    <ChartFrame
      box={box}
      title={subject.title}
      count={loaded === null ? null : pointsText(loaded.series)}
      notes={notes}
      parts={parts}
    >
      {failure !== null && <p class="plot-note">{failure}</p>}
      {loaded === null && failure === null && <div style={{ height: `${height}px` }} />}
      {loaded !== null && built === null && <p class="plot-note">{t("A single point: nothing to draw.")}</p>}
      {built !== null && <LineChart model={built.model} group={own} height={height} />}
    </ChartFrame>
  );
}
