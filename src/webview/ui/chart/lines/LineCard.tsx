import { useMemo } from "preact/hooks";
import type { SeriesAxis, SeriesView } from "../../../../core/model/views.ts";
import { t } from "../../l10n.ts";
import { ChartFrame } from "../frame/ChartFrame.tsx";
import { buildModel, type Names } from "./buildModel.ts";
import type { ChartGroup } from "./chartGroup.ts";
import { LineChart } from "./LineChart.tsx";
import { linePicture } from "./linePicture.ts";
import { lineSheet, pointSheet } from "./lineSheet.ts";
import { lineNotes, pointsText } from "./notes.ts";
import { SmallCharts } from "./SmallCharts.tsx";
import type { LineSettings, LineSubject } from "./settings.ts";
import { type Points, usePoints } from "./usePoints.ts";

const NOTHING: Points = { series: [], bands: [] };

interface Props {
  readonly subject: LineSubject;
  readonly settings: LineSettings;
  readonly axis: SeriesAxis;
  readonly smoothing: number;
  readonly group: ChartGroup;
  readonly height: number;
  /** Changes when the points do. */
  readonly version: string;
  load(view: SeriesView): Promise<Points>;
  readonly names: Names;
  /** A small chart for each line, rather than one for all. */
  readonly each: boolean;
}

/** One metric's chart: loaded when it comes into view, drawn again when its points change, and also a table. */
export function LineCard({ subject, settings, axis, smoothing, group, height, version, load, names, each }: Props) {
  const range = group.zoom.value;
  const { box, loaded, failure } = usePoints({ version, view: { axis, range, smoothing }, load });
  const built = useMemo(
    () => (loaded === null ? null : buildModel(loaded, names, { ...subject, ...settings })),
    [loaded, names, subject, settings],
  );
  const own = useMemo(() => (built?.isApart === true ? group.apart() : group), [built?.isApart, group]);
  const hidden = group.hidden.value;
  const shown = useMemo(() => built?.model.lines.filter((line) => !hidden.has(line.id)) ?? [], [built, hidden]);
  const notes = useMemo(
    () => (built === null ? [] : lineNotes(built.model, shown, loaded ?? NOTHING)),
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
      count={loaded === null ? null : pointsText(loaded)}
      notes={notes}
      wide={each}
      parts={parts}
    >
      {failure !== null && <p class="plot-note">{failure}</p>}
      {loaded === null && failure === null && <div style={{ height: `${height}px` }} />}
      {loaded !== null && built === null && <p class="plot-note">{t("A single point: nothing to draw.")}</p>}
      {built !== null && !each && <LineChart model={built.model} group={own} height={height} />}
      {built !== null && each && <SmallCharts model={built.model} lines={shown} group={own} />}
    </ChartFrame>
  );
}
