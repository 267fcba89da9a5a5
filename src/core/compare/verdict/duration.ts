import type { RunRow } from "../../model/views.ts";
import { percentText, timesText } from "./numbers.ts";
import { type Phrase, phrase, words } from "./phrase.ts";
import type { Speaker } from "./speaker.ts";

/** Differences below this share are not worth a word. */
const WORTH = 0.1;
/** Below a second start-up rules, whatever the run did. */
const SHORTEST = 1000;
/** From this ratio on, "2.5 times" says more than a percentage. */
const TIMES = 2;

/**
 * How much longer or shorter than the baseline a run took (`40 % slower`: it took 1.4 times as long; `40 % faster`: 0.6
 * times); null unless both finished, one took a second, and they differ by a tenth.
 */
export function durationPhrase({ t, input, baseline }: Speaker, run: number): Phrase | null {
  const [took, base] = [durationOf(input.runs[run]), durationOf(input.runs[baseline])];
  if (took === null || base === null || Math.max(took, base) < SHORTEST) return null;
  const share = took / base - 1;
  if (!(Math.abs(share) >= WORTH)) return null;
  const ratio = share > 0 ? took / base : base / took;
  if (ratio >= TIMES) {
    if (!Number.isFinite(ratio)) return words(share > 0 ? t("far slower") : t("far faster"));
    return phrase(share > 0 ? t("{0} times slower") : t("{0} times faster"), words(timesText(ratio)));
  }
  return phrase(share > 0 ? t("{0} slower") : t("{0} faster"), words(percentText(share)));
}

function durationOf(row: RunRow | undefined): number | null {
  if (row?.status !== "finished" || row.start === null || row.end === null) return null;
  return row.end < row.start ? null : row.end - row.start;
}
