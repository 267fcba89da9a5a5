import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { shortSize } from "../../core/model/numberText.ts";
import { CopyButton } from "./copy.tsx";
import { visibleLines } from "./format/text.ts";
import { t } from "./l10n.ts";
import "./Value.css";

interface Props {
  readonly text: string;
  /** What the copy button says. */
  readonly copyLabel: string;
  /** Off inside grids, whose cells are reached by arrow keys. */
  readonly tab?: boolean;
  /** Draws the text, whole or only what tells of it, where plain text is not enough. */
  readonly draw?: (all: boolean) => ComponentChildren;
}

/** Clamped text is laid out whole by the browser, so of very long text only this much until it is asked for. */
const LAID_OUT = 2000;

/** A text of any length: wrapped, clamped to a few lines with "Show all", and copied whole. */
export function Value({ text, copyLabel, tab = true, draw }: Props) {
  const [all, setAll] = useState(false);
  const [clamped, setClamped] = useState(false);
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element !== null && !all) setClamped(element.scrollHeight > element.clientHeight + 8 || text.length > LAID_OUT);
  }, [text, all]);
  if (text === "") return <span class="dim">{t("empty")}</span>;
  const shown = draw?.(all) ?? visibleLines(all ? text : text.slice(0, LAID_OUT));
  return (
    <div class="value">
      <div ref={ref} class={all ? "value-text" : "value-text clamp"}>
        {shown}
      </div>
      <CopyButton text={text} label={copyLabel} tab={tab} />
      {(clamped || all) && (
        <button type="button" class="link more" tabIndex={tab ? 0 : -1} onClick={() => setAll(!all)}>
          {all ? t("Show less") : showAll(text.length)}
        </button>
      )}
    </div>
  );
}

function showAll(length: number): string {
  return length < 1000 ? t("Show all") : t("Show all ({0})", shortSize(length));
}
