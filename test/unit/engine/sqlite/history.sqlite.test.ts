import assert from "node:assert/strict";
import { join } from "node:path";
import { Points } from "../../../../src/core/files/metricPoints.ts";
import type { MetricHistory } from "../../../../src/core/model/metric.ts";
import { openSqliteReader } from "../../../../src/engine/sqlite/reader.ts";
import { collect, fixtures, refOf } from "./support.ts";

describe("the points of single metrics in a database", () => {
  for (const fixture of fixtures()) {
    it(`are those of the whole run, without its other metrics: ${fixture}`, async () => {
      const reader = openSqliteReader(refOf(join(fixture, "mlflow.db")));
      const { experiments } = await reader.experiments();
      let compared = 0;
      for (const { experiment, runs } of experiments) {
        for (const { info, history } of await collect(reader.details(experiment.folder, runs))) {
          const [first, ...rest] = history;
          if (first === undefined) continue;
          assert.deepEqual(await reader.history(experiment.folder, info.folder, [first.key, "not there"]), [first]);
          assert.deepEqual(
            await reader.history(
              experiment.folder,
              info.folder,
              rest.map(({ key }) => key),
            ),
            rest,
          );
          const handed = new Map<string, Points>();
          const sinkOf = (key: string): Points => {
            const points = new Points();
            handed.set(key, points);
            return points;
          };
          await reader.points(experiment.folder, info.folder, [first.key, "not there"], sinkOf);
          assert.deepEqual([...handed.keys()], [first.key]);
          const sorted = ({ values, steps, timestamps }: MetricHistory): string[] =>
            Array.from(values, (value, i) => `${timestamps[i]} ${value} ${steps[i]}`).sort();
          assert.deepEqual(sorted(handed.get(first.key)?.of(first.key) ?? first), sorted(first));
          compared++;
        }
      }
      assert.ok(compared > 0);
      assert.deepEqual(await reader.history("1", "not a run", ["loss"]), []);
      await reader.close();
    });
  }
});
