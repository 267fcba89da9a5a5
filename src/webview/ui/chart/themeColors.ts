import { lineLook } from "./lineLook.ts";

/** Colours as a canvas needs them: read from the theme, because it knows no variables. */
export interface ChartColors {
  readonly text: string;
  readonly grid: string;
  readonly background: string;
  line(index: number): string;
}

export function readColors(): ChartColors {
  const style = getComputedStyle(document.body);
  const read = (name: string, otherwise: string) => style.getPropertyValue(name).trim() || otherwise;
  const forced = matchMedia("(forced-colors: active)").matches;
  const text = forced ? style.color : read("--vscode-descriptionForeground", style.color);
  return {
    text,
    grid: `color-mix(in srgb, ${text} 22%, transparent)`,
    background: style.backgroundColor,
    line: (index) => (forced ? style.color : read(lineLook(index).variable, style.color)),
  };
}

/** Calls back when the theme changes; returns what stops it. */
export function onThemeChange(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.body, { attributes: true, attributeFilter: ["class", "data-vscode-theme-id"] });
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["style"] });
  return () => observer.disconnect();
}
