import { isThumbnail, loggedImage } from "../artifacts/loggedImage.ts";
import type { ComparedFile, RunFile } from "../model/comparedFiles.ts";
import { byNature } from "../model/naturalOrder.ts";

/** The images logged under one key by several runs. */
export interface ImageSeries {
  readonly key: string;
  /** Every step that any run has, ascending. */
  readonly steps: readonly number[];
  /** The runs that have any, ascending. */
  readonly runs: readonly number[];
  /** What a run logged at a step; null where it logged nothing there. Of several, the newest. */
  at(step: number, run: number): RunFile | null;
}

export interface SortedFiles {
  readonly series: readonly ImageSeries[];
  /** All other files; thumbnails of logged images are left out. */
  readonly rows: readonly ComparedFile[];
}

/** Takes the images that have a step out of the files, and puts them together by key. */
export function sortOutImages(files: readonly ComparedFile[]): SortedFiles {
  const byKey = new Map<string, Map<string, Dated>>();
  const rows: ComparedFile[] = [];
  for (const file of files) {
    const image = loggedImage(file.path);
    if (image === null) rows.push(file);
    else if (!isThumbnail(file.path)) {
      const places = byKey.get(image.key) ?? new Map<string, Dated>();
      byKey.set(image.key, places);
      for (const own of file.files) keepNewest(places, { step: image.step, time: image.timestamp, file: own });
    }
  }
  const series = [...byKey].map(([key, places]) => seriesOf(key, places));
  return { series: series.sort((a, b) => byNature(a.key, b.key)), rows };
}

interface Dated {
  readonly step: number;
  readonly time: number;
  readonly file: RunFile;
}

const placeOf = (step: number, run: number): string => `${step} ${run}`;

function keepNewest(places: Map<string, Dated>, image: Dated): void {
  const place = placeOf(image.step, image.file.run);
  const known = places.get(place);
  if (known === undefined || known.time <= image.time) places.set(place, image);
}

function seriesOf(key: string, places: ReadonlyMap<string, Dated>): ImageSeries {
  const all = [...places.values()];
  const ascending = (numbers: readonly number[]): readonly number[] => [...new Set(numbers)].sort((a, b) => a - b);
  return {
    key,
    steps: ascending(all.map(({ step }) => step)),
    runs: ascending(all.map(({ file }) => file.run)),
    at: (step, run) => places.get(placeOf(step, run))?.file ?? null,
  };
}
