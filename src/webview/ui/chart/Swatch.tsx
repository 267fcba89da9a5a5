import { lineLook } from "./lineLook.ts";

/** A short piece of the n-th line, for legends. */
export function Swatch({ index }: { readonly index: number }) {
  const { variable, dash } = lineLook(index);
  return (
    <svg class="swatch" viewBox="0 0 28 8" aria-hidden="true" focusable="false">
      <line
        x1="1"
        y1="4"
        x2="27"
        y2="4"
        style={{ stroke: `var(${variable}, currentColor)` }}
        stroke-dasharray={dash.join(" ") || undefined}
      />
    </svg>
  );
}
