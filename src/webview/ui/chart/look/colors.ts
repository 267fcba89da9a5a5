import { lineLook } from "../lineLook.ts";
import { mixed, parseRgb, type Rgb } from "./rgb.ts";

/** Colours as a canvas and a picture need them: read from the theme, because those know no variables. */
export interface ChartColors {
  /** Of axes and their labels. */
  readonly dim: string;
  readonly text: string;
  readonly background: string;
  /** Behind what is selected. */
  readonly selection: string;
  readonly focus: string;
  /** Whether the reader's system sets all colours, so that nothing is told by colour. */
  readonly forced: boolean;
  /** Of the n-th line. */
  line(index: number): string;
  /** From the least (0) to the greatest (1): blue to orange, which all eyes tell apart. */
  ramp(share: number): string;
}

export function readColors(): ChartColors {
  const style = getComputedStyle(document.body);
  const read = (name: string, otherwise: string) => style.getPropertyValue(name).trim() || otherwise;
  const forced = matchMedia("(forced-colors: active)").matches;
  const lineColor = (variable: string) => (forced ? style.color : read(variable, style.color));
  const low = rgbOf(lineColor("--vscode-charts-blue"));
  const high = rgbOf(lineColor("--vscode-charts-orange"));
  return {
    dim: forced ? style.color : read("--vscode-descriptionForeground", style.color),
    text: style.color,
    background: style.backgroundColor,
    selection: forced ? style.color : read("--vscode-editor-selectionBackground", style.color),
    focus: forced ? style.color : read("--vscode-focusBorder", style.color),
    forced,
    line: (index) => lineColor(lineLook(index).variable),
    ramp: (share) => mixed(low, high, share),
  };
}

const GREY: Rgb = [128, 128, 128, 1];

function rgbOf(color: string): Rgb {
  return parseRgb(color) ?? GREY;
}

/** Calls back when the theme changes; returns what stops it. */
export function onThemeChange(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.body, { attributes: true, attributeFilter: ["class", "data-vscode-theme-id"] });
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["style"] });
  const forced = matchMedia("(forced-colors: active)");
  forced.addEventListener("change", changed);
  return () => {
    observer.disconnect();
    forced.removeEventListener("change", changed);
  };
}
