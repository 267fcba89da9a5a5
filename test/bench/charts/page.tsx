/** In a page of its own: draws the product's charts and uPlot from the same arrays, and takes the time of each. */
import { render } from "preact";
import UPlot, { type AlignedData } from "uplot";
import type { NumberColumn } from "../../../src/core/compare/manyRuns/columns.ts";
import { WHOLE } from "../../../src/core/compare/placePoints.ts";
import { seriesOf } from "../../../src/core/compare/series.ts";
import type { MetricHistory } from "../../../src/core/model/metric.ts";
import type { Series } from "../../../src/core/model/views.ts";
import { codingOf } from "../../../src/webview/ui/chart/items/coding.ts";
import { buildModel } from "../../../src/webview/ui/chart/lines/buildModel.ts";
import { ChartGroup } from "../../../src/webview/ui/chart/lines/chartGroup.ts";
import { LineChart } from "../../../src/webview/ui/chart/lines/LineChart.tsx";
import { PLAIN } from "../../../src/webview/ui/chart/lines/settings.ts";
import { ParallelChart } from "../../../src/webview/ui/chart/parallel/ParallelChart.tsx";
import { parallelAxis } from "../../../src/webview/ui/chart/parallel/parallel.ts";

declare global {
  interface Window {
    /** Milliseconds to the first frame of so many runs of so many points. */
    drawOurs(runs: number, points: number): Promise<number>;
    drawUplot(runs: number, points: number): Promise<number>;
    drawParallel(runs: number): Promise<number>;
  }
}

const MAX_POINTS = 1000;
const HEIGHT = 280;

const made = new Map<string, readonly MetricHistory[]>();

/** Noisy curves, the same for every contender. */
function histories(runs: number, points: number): readonly MetricHistory[] {
  const key = `${runs} ${points}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const steps = Float64Array.from({ length: points }, (_, i) => i);
  const fresh = Array.from({ length: runs }, (_, run) => ({
    key: "loss",
    steps,
    values: steps.map((i) => Math.exp((-4 * i) / points) + 0.1 * Math.sin(i * 12.9898 + run * 78.233)),
    timestamps: steps.map((i) => 1_700_000_000_000 + i * 1000),
  }));
  made.set(key, fresh);
  return fresh;
}

function place(): HTMLElement {
  const root = document.createElement("div");
  root.style.width = "1200px";
  document.body.replaceChildren(root);
  return root;
}

/** Resolves once a canvas below has a picture, which is read back, so that it is really drawn. */
async function drawn(root: HTMLElement): Promise<void> {
  for (;;) {
    await new Promise((frame) => requestAnimationFrame(frame));
    const canvas = root.querySelector("canvas");
    if (canvas === null || canvas.width === 0) continue;
    canvas.getContext("2d")?.getImageData(0, 0, 1, 1);
    return;
  }
}

async function timed(draw: (root: HTMLElement) => () => void): Promise<number> {
  const root = place();
  await new Promise((frame) => requestAnimationFrame(frame));
  const start = performance.now();
  const remove = draw(root);
  await drawn(root);
  const passed = performance.now() - start;
  remove();
  return passed;
}

window.drawOurs = (runs, points) => {
  const all = histories(runs, points);
  return timed((root) => {
    const series = all.flatMap((history, run): Series[] => {
      const ref = { store: "", experiment: "", run: String(run) };
      const found = seriesOf(ref, "loss", [history], { view: WHOLE, maxPoints: MAX_POINTS });
      return found === null ? [] : [found];
    });
    const names = {
      series: ({ ref }: Series) => ({ id: ref.run, label: ref.run, look: Number(ref.run) }),
      band: () => ({ id: "", label: "", look: 0 }),
    };
    const subject = { title: "loss", goal: "min", ...PLAIN } as const;
    const built = buildModel({ series, bands: [], axis: "step" }, names, subject);
    if (built !== null) render(<LineChart model={built.model} group={new ChartGroup()} height={HEIGHT} />, root);
    return () => render(null, root);
  });
};

window.drawUplot = (runs, points) => {
  const all = histories(runs, points);
  return timed((root) => {
    const series = all.map(() => ({ stroke: "steelblue", width: 1.6, points: { show: false } }));
    const data = [all[0]?.steps ?? [], ...all.map(({ values }) => values)] as AlignedData;
    const options = { width: 1200, height: HEIGHT, legend: { show: false }, scales: { x: { time: false } } };
    const plot = new UPlot({ ...options, series: [{}, ...series] }, data, root);
    return () => plot.destroy();
  });
};

window.drawParallel = (runs) => {
  const column = (key: string, salt: number): NumberColumn => {
    const values = Float64Array.from({ length: runs }, (_, i) => Math.abs(Math.sin(i * 12.9898 + salt * 78.233)));
    return { kind: "number", of: "param", key, missing: 0, values, range: [0, 1], isLogarithmic: false };
  };
  const columns = Array.from({ length: 8 }, (_, i) => column(`param_${i}`, i));
  const nothing = () => undefined;
  return timed((root) => {
    const [first] = columns;
    if (first === undefined) return nothing;
    const parallel = { axes: columns.map((one) => parallelAxis(one, false)), coding: codingOf(first), runs };
    render(
      <ParallelChart
        label="runs"
        parallel={parallel}
        brushes={new Map()}
        actions={{ arrange: nothing, setLog: nothing, remove: nothing }}
        onBrush={nothing}
        readout={() => null}
        words={String}
      />,
      root,
    );
    return () => render(null, root);
  });
};
