import { equal, ok } from "node:assert/strict";
import fc from "fast-check";
import { fileName } from "../../../../src/core/model/fileName.ts";

describe("a name for a file", () => {
  it("is the text, without what files cannot be called", () => {
    equal(fileName("train_loss", "svg"), "train_loss.svg");
    equal(fileName("val/loss (best)", "csv"), "val-loss (best).csv");
    equal(fileName("../../etc/passwd", "png"), "etc-passwd.png");
    equal(fileName("", "svg"), "chart.svg");
    equal(fileName("con", "svg"), "chart con.svg");
  });

  it("is a single, short, visible part of a path for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        const name = fileName(text, "svg");
        ok(/^[^\\/:*?"<>|\p{Cc}]{1,84}$/u.test(name), JSON.stringify(name));
        ok(!name.startsWith(".") && name.endsWith(".svg"));
      }),
    );
  });
});
