import { deepEqual, equal } from "node:assert/strict";
import { isThumbnail, loggedImage } from "../../../../src/core/artifacts/loggedImage.ts";

const UUID = "4c16fbe3-9921-45b8-a705-f525d18674fc";

describe("the path of a logged image", () => {
  it("says its key and step, as MLflow 2 and 3 write it", () => {
    for (const mark of ["%", "+"]) {
      const path = `images/samples${mark}step${mark}3${mark}timestamp${mark}1709193678000${mark}${UUID}.png`;
      deepEqual(loggedImage(path), { key: "samples", step: 3, timestamp: 1709193678000 });
    }
  });

  it("gives a key its slashes back", () => {
    equal(loggedImage(`images/val#confusion+step+10+timestamp+1+${UUID}.png`)?.key, "val/confusion");
  });

  it("knows the small twin", () => {
    const twin = `images/samples+step+3+timestamp+1+${UUID}+compressed.webp`;
    deepEqual([isThumbnail(twin), loggedImage(twin)?.step, isThumbnail("plots/a.webp")], [true, 3, false]);
  });

  it("is no other path", () => {
    for (const path of [
      "plots/a.png",
      "images/a.png",
      `images/a+step+x+timestamp+1+${UUID}.png`,
      `images/a+step%3+timestamp+1+${UUID}.png`,
      `sub/images/a+step+3+timestamp+1+${UUID}.png`,
      `images/a+step+3+timestamp+1+${UUID}.png/x`,
    ]) {
      equal(loggedImage(path), null, path);
    }
  });
});
