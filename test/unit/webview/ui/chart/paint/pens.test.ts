import { deepStrictEqual, ok, strictEqual } from "node:assert";
import { fitted } from "../../../../../../src/webview/ui/chart/paint/fitted.ts";
import { piecesOf } from "../../../../../../src/webview/ui/chart/paint/pieces.ts";
import { SvgPen } from "../../../../../../src/webview/ui/chart/paint/svgPen.ts";

const measure = (text: string): number => text.length * 6;

function drawn(draw: (pen: SvgPen) => void): string {
  const pen = new SvgPen({ width: 100, height: 50 }, '"A & B", sans-serif', measure);
  draw(pen);
  return pen.toString();
}

describe("a line's pieces", () => {
  it("end at gaps, and at places that are not on the axis", () => {
    const y = [1, 2, Number.NaN, 3, Number.NaN, Number.POSITIVE_INFINITY, 4, 5];
    deepStrictEqual(
      [...piecesOf([0, 1, 2, 3, 4, 5, 6, Number.NaN], y)],
      [
        [0, 2],
        [3, 4],
        [6, 7],
      ],
    );
    deepStrictEqual([...piecesOf([], [])], []);
  });
});

describe("a drawing as SVG", () => {
  it("breaks lines at gaps and rounds to hundredths of a pixel", () => {
    const svg = drawn((pen) =>
      pen.line([0, 1.23456, 2, 3], [5, 6, Number.NaN, 7], { color: "#123456", width: 1.5, dash: [4, 2] }),
    );
    ok(svg.includes('d="M0 5L1.23 6M3 7"'));
    ok(svg.includes('stroke="#123456" stroke-width="1.5" stroke-dasharray="4 2"'));
  });

  it("draws a band forth along one side and back along the other", () => {
    const svg = drawn((pen) => pen.band([0, 1], [9, 8], [1, 2], { color: "red", alpha: 0.2 }));
    ok(svg.includes('d="M0 1L1 2L1 8L0 9Z" fill="red" fill-opacity="0.2"'));
  });

  it("leaves out markers that have no place", () => {
    const svg = drawn((pen) => pen.markers([1, Number.NaN], [1, 1], { shape: "square", size: 2, color: "red" }));
    strictEqual(svg.match(/M/g)?.length, 1);
    ok(!drawn((pen) => pen.markers([Number.NaN], [1], { shape: "circle", size: 2, color: "red" })).includes("<path"));
  });

  it("is well-formed whatever names hold", () => {
    const evil = '</text><script>alert(1)</script>"&\u0000\u001b\ud800';
    const svg = drawn((pen) => {
      pen.text(evil, 0, 0, { color: '"><script>' });
      pen.clip({ left: 0, top: 0, width: 10, height: 10 }, () =>
        pen.rect({ left: 1, top: 1, width: 2, height: 2 }, { color: "red" }),
      );
    });
    ok(!svg.includes("<script>"));
    ok(svg.includes("&lt;/text&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot;&amp;\ufffd\ufffd\ufffd"));
    ok(svg.includes('font-family="&quot;A &amp; B&quot;, sans-serif"'));
    strictEqual(svg.match(/<g /g)?.length, svg.match(/<\/g>/g)?.length);
  });
});

describe("a text that must fit", () => {
  it("is whole where it does, and cut with a sign where it does not", () => {
    strictEqual(fitted({ measure }, "short", 100), "short");
    strictEqual(fitted({ measure }, "much too long", 36), "much…");
    strictEqual(fitted({ measure }, "anything", 3), "");
    strictEqual(fitted({ measure }, "", 100), "");
  });

  it("is not measured beyond what could ever fit", () => {
    let longest = 0;
    const counting = {
      measure: (text: string) => {
        longest = Math.max(longest, text.length);
        return measure(text);
      },
    };
    strictEqual(fitted(counting, "x".repeat(100_000), 60), `${"x".repeat(9)}…`);
    ok(longest <= 61);
  });
});
