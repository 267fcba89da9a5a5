import { deepEqual } from "node:assert/strict";
import { sortOutImages } from "../../../../src/core/compare/imageSeries.ts";
import type { ComparedFile } from "../../../../src/core/model/comparedFiles.ts";

const UUID = "4c16fbe3-9921-45b8-a705-f525d18674f";
let count = 0;

function image(key: string, step: number, run: number, time = 1): ComparedFile {
  const path = `images/${key}+step+${step}+timestamp+${time}+${UUID}${count++ % 10}.png`;
  return { path, files: [{ run, size: 1, path }] };
}

const file = (path: string): ComparedFile => ({ path, files: [{ run: 0, size: 1, path }] });

describe("the images of several runs by key and step", () => {
  it("stand apart from other files, without their small twins", () => {
    const twin = `images/a+step+1+timestamp+1+${UUID}0+compressed.webp`;
    const { series, rows } = sortOutImages([file("a.txt"), image("b", 1, 0), image("a", 1, 0), file(twin)]);
    deepEqual([series.map(({ key }) => key), rows.map(({ path }) => path)], [["a", "b"], ["a.txt"]]);
  });

  it("have every step of any run, ascending by number", () => {
    const [series] = sortOutImages([image("a", 10, 0), image("a", 2, 0), image("a", 2, 3), image("a", 5, 3)]).series;
    deepEqual(
      [series?.steps, series?.runs],
      [
        [2, 5, 10],
        [0, 3],
      ],
    );
    deepEqual([series?.at(5, 0), series?.at(5, 3)?.run, series?.at(2, 3)?.run], [null, 3, 3]);
  });

  it("take the newest of several at one step", () => {
    const [older, newer] = [image("a", 1, 0, 5), image("a", 1, 0, 7)];
    deepEqual(sortOutImages([newer, older]).series[0]?.at(1, 0)?.path, newer.path);
  });
});
