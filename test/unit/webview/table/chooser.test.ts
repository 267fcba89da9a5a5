import { deepStrictEqual, ok, strictEqual } from "node:assert";
import { columnId } from "../../../../src/core/model/runsTable.ts";
import { profilesOf } from "../../../../src/webview/runs/table/columns/profiles.ts";
import { allColumns, columnEntries, contents } from "../../../../src/webview/runs/table/toolbar/columnEntries.ts";
import { searchOf } from "../../../../src/webview/ui/options/search.ts";
import { attribute, constant, metric, param, profile, tag } from "./profiles.ts";

const profiles = profilesOf([
  profile(attribute("start"), { type: "time", range: [0, 1] }),
  profile(metric("loss_10")),
  profile(metric("loss_2")),
  profile(param("lr")),
  profile(tag("team")),
]);

describe("the columns to choose from", () => {
  it("are all of runs and their keys in natural order, chosen ones as they are shown, also those of no run", () => {
    const columns = allColumns(profiles, [metric("loss_2", "best"), param("gone")]).map(columnId);
    deepStrictEqual(columns.slice(0, 2), ["attributes.label", "attributes.id"]);
    deepStrictEqual(columns.slice(10), [
      "metrics:best.loss_2",
      "metrics.loss_10",
      "params.gone",
      "params.lr",
      "tags.team",
    ]);
  });

  it("stand below their kinds, those that a search finds", () => {
    const columns = allColumns(profiles, []);
    const entries = columnEntries(columns, profiles, { search: searchOf("l"), isOn: ({ key }) => key === "lr" });
    const shown = entries.map((entry) =>
      entry.kind === "heading" ? `# ${entry.label}` : `${entry.label} ${entry.isOn}`,
    );
    deepStrictEqual(shown.slice(-5), ["# Metrics", "loss_2 false", "loss_10 false", "# Params", "lr true"]);
    ok(shown.includes("# Run") && !shown.includes("# Tags"));
  });

  it("say what is in them", () => {
    const top = [{ value: "adam", count: 10 }];
    deepStrictEqual(
      [
        contents(profile(metric("a"), { range: [0.125, 2], missing: 3 })),
        contents(profile(param("a"))),
        contents({ ...constant(param("a")), top }),
        contents(undefined),
      ],
      ["0.125 – 2 · 3 missing", "4 values", "always adam", "in no run"],
    );
    strictEqual(contents(profile(attribute("start"), { type: "time", range: [0, 1] })), "1970-01-01");
  });
});
