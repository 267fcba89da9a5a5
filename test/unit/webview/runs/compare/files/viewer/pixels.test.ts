import { deepEqual, equal } from "node:assert/strict";
import { pixelDifference } from "../../../../../../../src/webview/runs/compare/files/viewer/pixelDifference.ts";
import { type Zoom, zoomed, zoomText } from "../../../../../../../src/webview/runs/compare/files/viewer/zoom.ts";

const pixels = (...all: readonly (readonly [number, number, number, number])[]) => Uint8ClampedArray.from(all.flat());

describe("the difference of two images", () => {
  it("is black where nothing differs", () => {
    const image = pixels([1, 2, 3, 255], [9, 9, 9, 255]);
    deepEqual(pixelDifference(image, image), { data: pixels([0, 0, 0, 255], [0, 0, 0, 255]), changed: 0, greatest: 0 });
  });

  it("is stretched so that the greatest is whole", () => {
    const { data, changed, greatest } = pixelDifference(
      pixels([10, 0, 0, 255], [0, 0, 0, 255], [0, 0, 0, 255]),
      pixels([0, 0, 0, 255], [0, 5, 0, 255], [0, 0, 0, 255]),
    );
    deepEqual([changed, greatest], [2, 10]);
    deepEqual(data, pixels([255, 0, 0, 255], [0, 128, 0, 255], [0, 0, 0, 255]));
  });

  it("shows an opacity that differs", () => {
    const { data, changed } = pixelDifference(pixels([7, 7, 7, 255]), pixels([7, 7, 7, 0]));
    deepEqual([changed, data], [1, pixels([255, 255, 255, 255])]);
  });
});

describe("the zoom of images", () => {
  it("goes by factors of two and stops at the ends", () => {
    const path = (from: Zoom, by: 1 | -1) => zoomed(from, by);
    deepEqual(
      [path("fit", 1), path("fit", -1), path(1, 1), path(1, -1), path(32, 1), path(0.125, -1)],
      [1, 0.5, 2, 0.5, 32, 0.125],
    );
    equal(zoomText(0.125), "12.5 %");
  });
});
