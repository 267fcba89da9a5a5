import { deepStrictEqual, strictEqual } from "node:assert";
import { mixed, parseRgb } from "../../../../../../src/webview/ui/chart/look/rgb.ts";

describe("colours as numbers", () => {
  it("are read as themes write them", () => {
    deepStrictEqual(parseRgb("#1a85ff"), [26, 133, 255, 1]);
    deepStrictEqual(parseRgb(" #fff "), [255, 255, 255, 1]);
    deepStrictEqual(parseRgb("#00000080")?.slice(0, 3), [0, 0, 0]);
    deepStrictEqual(parseRgb("rgb(1, 2, 3)"), [1, 2, 3, 1]);
    deepStrictEqual(parseRgb("rgba(1 2 3 / 0.5)"), [1, 2, 3, 0.5]);
    for (const other of ["red", "", "#12345", "color-mix(in srgb, red, blue)"])
      strictEqual(parseRgb(other), null, other);
  });

  it("are mixed in proportion", () => {
    const [black, white] = [[0, 0, 0, 1] as const, [255, 255, 255, 1] as const];
    deepStrictEqual(
      [0, 0.5, 1].map((share) => mixed(black, white, share)),
      ["#000000", "#808080", "#ffffff"],
    );
  });
});
