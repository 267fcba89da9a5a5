import { deepStrictEqual, ok, strictEqual } from "node:assert";
import { boxOf } from "../../../../../../src/core/compare/statistics.ts";
import type { ChartColors } from "../../../../../../src/webview/ui/chart/look/colors.ts";
import { SvgPen } from "../../../../../../src/webview/ui/chart/paint/svgPen.ts";
import { paintBars } from "../../../../../../src/webview/ui/chart/rows/paintBars.ts";
import { paintBoxes } from "../../../../../../src/webview/ui/chart/rows/paintBoxes.ts";
import { layoutRows, paintRowAxes, rowAt, rowMiddle } from "../../../../../../src/webview/ui/chart/rows/rowLayout.ts";

const COLORS: ChartColors = {
  ...{ dim: "dim", text: "text", background: "back", selection: "sel", focus: "focus", forced: false },
  line: (index) => `line${index}`,
  ramp: (share) => `ramp${share}`,
};
const AREA = { left: 0, top: 0, width: 400, height: 120 };

function pen(): SvgPen {
  return new SvgPen({ width: 400, height: 120 }, "sans", (text) => text.length * 6);
}

const SCALE = { kind: "linear", from: -1, to: 1 } as const;

describe("a chart of rows", () => {
  it("gives its names room, but never most of the chart", () => {
    const short = layoutRows(pen(), AREA, { names: ["a", "b"], scale: SCALE });
    const long = layoutRows(pen(), AREA, { names: ["x".repeat(10_000), "b"], scale: SCALE });
    ok(short.box.left < 60 && long.box.left < 150);
    ok(long.box.width > 200);
  });

  it("knows the row at a height, and none beside them", () => {
    const layout = layoutRows(pen(), AREA, { names: ["a", "b", "c"], scale: SCALE });
    deepStrictEqual(
      [0, 1, 2].map((row) => rowAt(layout, 3, rowMiddle(layout, row))),
      [0, 1, 2],
    );
    strictEqual(rowAt(layout, 3, 0), null);
    strictEqual(rowAt(layout, 3, 119), null);
  });

  it("writes names as text", () => {
    const drawn = pen();
    const layout = layoutRows(drawn, AREA, { names: ["<b>"], scale: SCALE });
    paintRowAxes(drawn, layout, { names: ["<b>"], title: "rho", colors: COLORS });
    ok(drawn.toString().includes("&lt;b&gt;"));
  });
});

describe("bars", () => {
  it("go from nothing to their value, to the left where it is below", () => {
    const drawn = pen();
    const layout = layoutRows(drawn, AREA, { names: ["a", "b"], scale: SCALE });
    paintBars(
      drawn,
      layout,
      [
        { value: 0.5, text: "0.50" },
        { value: -1, text: "-1" },
      ],
      COLORS,
    );
    const rects = [
      ...drawn.toString().matchAll(/<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"[^>]* fill="line(\d)"/g),
    ];
    const { left, width } = layout.box;
    deepStrictEqual(
      rects.map(([, x, across, color]) => [Number(x), Number(across), color]),
      [
        [left + width / 2, width / 4, "0"],
        [left, width / 2, "1"],
      ],
    );
  });
});

describe("boxes", () => {
  it("show quartiles and each value, but no box for fewer than three", () => {
    const drawn = pen();
    const layout = layoutRows(drawn, AREA, { names: ["a", "b", "c"], scale: SCALE });
    const row = (...values: number[]) => ({ stats: boxOf(values), values });
    paintBoxes(drawn, layout, [row(-0.5, 0, 0.5, 1), row(0.1, 0.2), row()], COLORS);
    const svg = drawn.toString();
    strictEqual(svg.match(/<rect/g)?.length, 2);
    strictEqual([...svg.matchAll(/<path d="((?:M[^"]*?Z)+)" fill="line0"/g)].length, 2);
  });
});
