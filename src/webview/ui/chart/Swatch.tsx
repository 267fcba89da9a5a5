import { lineLook } from "./lineLook.ts";

interface Props {
  readonly index: number;
  /** Of a line that is only there to compare with. */
  readonly ghost?: boolean;
}

/** A short piece of the n-th line, for legends. */
export function Swatch({ index, ghost = false }: Props) {
  const { variable, dash } = lineLook(index);
  return (
    <svg class="swatch" viewBox="0 0 28 8" aria-hidden="true" focusable="false">
      <line
        x1="1"
        y1="4"
        x2="27"
        y2="4"
        style={{ stroke: ghost ? "var(--dim)" : `var(${variable}, currentColor)` }}
        stroke-dasharray={ghost ? "1.5 3" : dash.join(" ") || undefined}
      />
    </svg>
  );
}
