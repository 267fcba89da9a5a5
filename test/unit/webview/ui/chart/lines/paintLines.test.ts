import { ok, strictEqual } from "node:assert";
import { paintLines } from "../../../../../../src/webview/ui/chart/lines/paintLines.ts";
import type { ChartColors } from "../../../../../../src/webview/ui/chart/look/colors.ts";
import { layoutPlot, wholeOf } from "../../../../../../src/webview/ui/chart/paint/layout.ts";
import { SvgPen } from "../../../../../../src/webview/ui/chart/paint/svgPen.ts";
import { line } from "./support.ts";

const X = Array.from({ length: 400 }, (_, i) => i);
/** Up and down at every point. */
const restless = (base: number): number[] => X.map((i) => base + (i % 2));

function drawn(forced: boolean, count: number): string {
  const one = "#111111";
  const colors: ChartColors = {
    ...{ dim: one, text: one, background: "#ffffff", selection: one, focus: one, forced },
    line: (index) => (forced ? one : `#00000${index % 10}`),
    ramp: () => one,
  };
  const pen = new SvgPen({ width: 600, height: 200 }, "sans-serif", (text) => text.length * 6);
  const linear = (from: number, to: number) => ({ kind: "linear", from, to }) as const;
  const axes = { x: { scale: linear(0, 399), title: "" }, y: { scale: linear(0, 2 + count), title: "" } };
  const layout = layoutPlot(pen, wholeOf(pen), axes);
  const lines = Array.from({ length: count }, (_, i) => line(`run-${i}`, X, restless(i / 100), { look: i + 1 }));
  paintLines(pen, layout, lines, { colors, highlighted: null });
  return pen.toString();
}

const dashesIn = (svg: string): Set<string> => new Set(svg.match(/stroke-dasharray="[^"]*"/g));

describe("lines that go up and down a lot", () => {
  it("are told apart by dashes and by their names where the reader's system sets all colours", () => {
    const svg = drawn(true, 3);
    strictEqual(dashesIn(svg).size, 3);
    for (const name of ["run-0", "run-1", "run-2"]) ok(svg.includes(`>${name}</text>`), name);
  });

  it("have names that do not lie over one another, and no more of them than there is room for", () => {
    const svg = drawn(true, 30);
    const places = [...svg.matchAll(/<text x="[^"]*" y="([^"]*)"[^>]*>run-/g)]
      .map(([, y]) => Number(y))
      .sort((a, b) => a - b);
    strictEqual(places.length, 12);
    ok(
      places.every((y, i) => i === 0 || y - (places[i - 1] ?? 0) >= 13.9),
      places.join(),
    );
    ok(places.every((y) => y > 0 && y < 200));
  });

  it("are whole and without names where their colours tell them apart", () => {
    const svg = drawn(false, 3);
    strictEqual(dashesIn(svg).size, 0);
    ok(!svg.includes("<text"));
  });
});
