import { visibleText } from "../../core/model/visibleText.ts";
import "./Key.css";

/** The name of a metric, param or tag: breaks at its separators, clamped, whole on hover where it is long. */
export function Key({ text }: { readonly text: string }) {
  const shown = visibleText(text);
  const parts = shown.slice(0, LAID_OUT).split(/(?<=[._/:-])(?=[^._/:-])/);
  return (
    <span class="key" title={shown.length > LONG ? shown : undefined}>
      {parts.flatMap((part, index) => (index === 0 ? [part] : [<wbr key={index} />, part]))}
    </span>
  );
}

/** Longer names may be clamped. */
const LONG = 40;
/** Of endless names this much is laid out; the clamp hides the end anyway. */
const LAID_OUT = 500;
