import { build } from "esbuild";
import { launchBrowser } from "../../host/browser.ts";
import type { Finding, Measure } from "../measure.ts";
import { byTurns, median } from "../rounds.ts";

const RUNS = 20;
const POINTS = [10_000, 100_000];
const MANY = 10_000;

/** Everything that a page loads for charts alone, as one program with what it shares with the page. */
async function lazyBundle(): Promise<Finding> {
  const parts = ["LineCharts.tsx", "many/ManyRuns.tsx"];
  const { outputFiles } = await build({
    stdin: {
      contents: parts.map((part) => `export * from "./src/webview/runs/charts/${part}";`).join("\n"),
      resolveDir: ".",
    },
    ...{ bundle: true, minify: true, format: "esm", platform: "browser", target: "es2022", write: false },
    ...{ outdir: "out", external: ["preact", "preact/hooks", "preact/jsx-runtime", "@preact/signals"] },
  });
  const script = outputFiles.find(({ path }) => path.endsWith(".js"))?.contents.byteLength ?? Number.NaN;
  return { name: "lazy charts of a comparison", value: script / 1000, limit: 120, unit: "kB", against: "minified" };
}

export const charts: Measure = {
  id: "charts",
  async run({ options }) {
    const { outputFiles } = await build({
      entryPoints: ["test/bench/charts/page.tsx"],
      ...{ bundle: true, minify: true, write: false, platform: "browser", outdir: "out" },
    });
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage({ viewport: { width: 1300, height: 700 }, locale: "en-US" });
      for (const { path, text } of outputFiles) {
        if (path.endsWith(".css")) await page.addStyleTag({ content: text });
        else await page.addScriptTag({ content: text });
      }
      const found: Finding[] = [];
      for (const points of POINTS) {
        const { ratio, contender, floor } = await byTurns(options.rounds, {
          contender: () => page.evaluate(([runs, n]) => window.drawOurs(runs ?? 0, n ?? 0), [RUNS, points]),
          floor: () => page.evaluate(([runs, n]) => window.drawUplot(runs ?? 0, n ?? 0), [RUNS, points]),
        });
        found.push({
          name: `first frame of ${RUNS} runs × ${points.toLocaleString("en-US")} points`,
          ...{ value: ratio, limit: 1.5, unit: "x", against: "uPlot alone on the same arrays" },
          detail: `${contender.toFixed(0)} ms against ${floor.toFixed(0)} ms`,
        });
      }
      const times: number[] = [];
      for (let i = 0; i <= options.rounds; i++) times.push(await page.evaluate((n) => window.drawParallel(n), MANY));
      const parallel = median(times.slice(1));
      found.push({
        name: "parallel coordinates of 10,000 runs × 8 axes",
        ...{ value: parallel, limit: 300, unit: "ms", against: "the first frame" },
      });
      return [...found, await lazyBundle()];
    } finally {
      await browser.close();
    }
  },
};
