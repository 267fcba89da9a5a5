import { ICON_PATHS, type IconName } from "./iconPaths.ts";

const SVG = "http://www.w3.org/2000/svg";

/** An icon for what is drawn by hand, not by components; returns its element and what shows another in it. */
export function iconElement(): { readonly element: SVGElement; show(name: IconName | null): void } {
  const element = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  element.setAttribute("class", "icon");
  element.setAttribute("viewBox", "0 0 16 16");
  element.setAttribute("aria-hidden", "true");
  element.append(path);
  element.style.display = "none";
  let shown: IconName | null = null;
  return {
    element,
    show: (name) => {
      if (name === shown) return;
      shown = name;
      element.style.display = name === null ? "none" : "";
      if (name !== null) path.setAttribute("d", ICON_PATHS[name]);
    },
  };
}
