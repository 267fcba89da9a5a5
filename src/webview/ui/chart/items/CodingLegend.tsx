import { lineLook } from "../lineLook.ts";
import { OUTLINES } from "../paint/shapes.ts";
import type { CodeClass, Coding } from "./coding.ts";

interface Props {
  /** What the classes are of. */
  readonly title: string;
  readonly coding: Coding;
}

/** Which class looks how. */
export function CodingLegend({ title, coding }: Props) {
  if (coding.legend.length === 0) return null;
  return (
    <div class="coding-legend">
      {title !== "" && <span class="dim">{title}</span>}
      {coding.legend.map((one, i) => (
        <span key={i} class="coding-entry">
          <svg class="coding-mark" viewBox="-6 -6 12 12" aria-hidden="true" focusable="false">
            <Mark of={one} />
          </svg>
          <span>{one.label}</span>
        </span>
      ))}
    </div>
  );
}

function Mark({ of }: { readonly of: CodeClass }) {
  const { shape, hollow } = of.mark;
  const style = hollow === true ? { fill: "none", stroke: cssColor(of), strokeWidth: 1.3 } : { fill: cssColor(of) };
  if (shape === "circle") return <circle r="4.5" style={style} />;
  return <polygon points={OUTLINES[shape].map(([x, y]) => `${x * 4.5},${y * 4.5}`).join(" ")} style={style} />;
}

function cssColor({ look }: CodeClass): string {
  if (look === null) return "var(--dim)";
  if (typeof look === "number") return `var(${lineLook(look).variable}, currentColor)`;
  const share = Math.round(look.share * 100);
  return `color-mix(in srgb, var(--vscode-charts-orange, currentColor) ${share}%, var(--vscode-charts-blue, currentColor))`;
}
