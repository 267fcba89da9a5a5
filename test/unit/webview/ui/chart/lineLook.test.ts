import { strictEqual } from "node:assert";
import { lineLook } from "../../../../../src/webview/ui/chart/lineLook.ts";

describe("lineLook", () => {
  const looks = Array.from({ length: 54 }, (_, index) => lineLook(index));

  it("tells 54 lines apart by colour and dashes", () => {
    strictEqual(new Set(looks.map(({ variable, dash }) => `${variable} ${dash}`)).size, 54);
  });

  it("tells the first nine apart without any colour", () => {
    strictEqual(new Set(looks.slice(0, 9).map(({ dash }) => String(dash))).size, 9);
  });

  it("has a look for any number", () => {
    strictEqual(lineLook(0).dash.length, 0);
    strictEqual(typeof lineLook(1_000_003).variable, "string");
  });
});
