import { useEffect, useState } from "preact/hooks";
import { verdictOf } from "../../../core/compare/verdict.ts";
import { type RunRef, refKey } from "../../../core/model/run.ts";
import { t } from "../../ui/l10n.ts";
import type { Asking } from "../context.ts";

interface Props {
  readonly host: Asking;
  readonly refs: readonly RunRef[];
  readonly baseline: RunRef | null;
  /** Grows whenever runs changed: then it is asked for again. */
  readonly version: number;
}

/** Runs are selected one after the other, so the question waits until nobody selects. */
const PAUSE_MS = 150;

/** What the comparison of the selected runs would come to, in its own sentence. */
export function SelectionVerdict({ host, refs, baseline, version }: Props) {
  const [sentence, setSentence] = useState("");
  const asked = refs.map(refKey).join("\n");
  useEffect(() => {
    let isNewest = true;
    const ask = async () => {
      const comparison = await host.ask("compared", refs, baseline);
      if (isNewest) setSentence(verdictOf(comparison, { baseline: comparison.baseline ?? 0 }, t).sentence);
    };
    // Where it cannot be had, the comparison itself says why.
    const timer = setTimeout(() => void ask().catch(() => setSentence("")), PAUSE_MS);
    return () => {
      isNewest = false;
      clearTimeout(timer);
    };
  }, [host, asked, baseline, version]);
  return sentence === "" ? null : <p class="selection-verdict">{sentence}</p>;
}
