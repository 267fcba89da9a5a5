import type { RefObject } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { smooth } from "../../../../core/compare/smooth.ts";
import type { Band } from "../../../../core/model/bands.ts";
import type { Series, SeriesAxis, SeriesView } from "../../../../core/model/views.ts";
import { t } from "../../l10n.ts";

/** What a chart of lines is drawn from: runs, groups of runs, or both. */
export interface Points {
  readonly series: readonly Series[];
  readonly bands: readonly Band[];
}

/** Points as they came, over the axis they were asked for. */
export interface LoadedPoints extends Points {
  readonly axis: SeriesAxis;
}

interface Answer extends LoadedPoints {
  readonly smoothing: number;
  readonly range: SeriesView["range"];
}

interface Asked {
  /** Changes when the points do. */
  readonly version: string;
  readonly view: SeriesView;
  load(view: SeriesView): Promise<Points>;
}

interface Result {
  /** To be put on the element whose coming into view starts the loading. */
  readonly box: RefObject<HTMLDivElement | null>;
  /** Null until loaded; while it loads again the former ones stay. */
  readonly loaded: LoadedPoints | null;
  readonly failure: string | null;
}

/** A slider that moves, or a zoom that goes on, asks once it stands still. */
const PAUSE_MS = 150;

/**
 * Points that are asked for once they are seen, and again whenever they change. Those that came whole are smoothed here
 * and zoomed into as they are; of longer ones, and of groups, the part in sight is asked for, which then shows more of
 * itself.
 */
export function usePoints({ version, view, load }: Asked): Result {
  const { box, seen } = useSeen();
  const [whole, setWhole] = useState<Answer | null>(null);
  const [part, setPart] = useState<Answer | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const axis = JSON.stringify(view.axis);
  const ask = (wanted: SeriesView, take: (answer: Answer) => void): (() => void) => {
    let late = false;
    load(wanted).then(
      (points) => {
        if (late) return;
        take({ ...points, ...wanted });
        setFailure(null);
      },
      () => !late && setFailure(t("The points of this metric could not be read.")),
    );
    return () => {
      late = true;
    };
  };
  useEffect(() => (seen ? ask({ ...view, range: null }, setWhole) : undefined), [seen, version, axis]);

  const isWhole = whole === null || isComplete(whole);
  const needsPart = whole !== null && !isWhole && (view.range !== null || view.smoothing !== whole.smoothing);
  const range = JSON.stringify(view.range);
  useEffect(() => {
    if (!needsPart) {
      setPart(null);
      return;
    }
    let stop = (): void => undefined;
    const timer = setTimeout(() => {
      stop = ask(view, setPart);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [needsPart, whole, range, view.smoothing]);

  const loaded = useMemo(() => {
    if (whole === null || !isWhole) return part ?? whole;
    return { ...whole, series: whole.series.map((series) => smoothed(series, view.smoothing)) };
  }, [whole, part, isWhole, view.smoothing]);
  return { box, loaded, failure };
}

function isComplete({ series, bands }: Points): boolean {
  return bands.length === 0 && series.every(({ values, points }) => values.length === points);
}

function smoothed(series: Series, weight: number): Series {
  return { ...series, smoothed: weight > 0 ? smooth(series.values, weight) : null };
}

/** Whether an element has come into view yet. */
function useSeen(): { readonly box: RefObject<HTMLDivElement | null>; readonly seen: boolean } {
  const box = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (box.current === null) return;
    const observer = new IntersectionObserver(
      (entries) => setSeen((was) => was || entries.some(({ isIntersecting }) => isIntersecting)),
      { rootMargin: "300px" },
    );
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  return { box, seen };
}
