/** Answers the page of a Runs editor that has a table, out of samples. */
import { type RunRef, refKey } from "../../../src/core/model/run.ts";
import type { TableView } from "../../../src/core/model/runsTable.ts";
import type { Comparison } from "../../../src/core/model/views.ts";
import { Channel } from "../../../src/protocol/channel.ts";
import { DEFAULT_VIEW } from "../../../src/protocol/defaultView.ts";
import type {
  EditorEvents,
  EditorHost,
  Pins,
  RunsHost,
  RunsPageEvents,
  TableEvents,
  TableHost,
  TrendHost,
} from "../../../src/protocol/runs.ts";
import { windowPort } from "../../../src/webview/ui/host.ts";
import { comparisons } from "./samples/comparisons.ts";
import { STORE } from "./samples/parts.ts";
import { tables } from "./samples/tables.ts";
import { SampleTable } from "./tableHost.ts";

type Host = TableHost & EditorHost & TrendHost & Pick<RunsHost, "load" | "compared" | "open" | "copy" | "unpin">;
type Events = RunsPageEvents & EditorEvents & TableEvents;

const VIEWS: Readonly<Record<string, Partial<TableView>>> = {
  "table-groups": { grouping: { by: { kind: "param", key: "model" } } },
};

const SLOW_MS = 400;
const KEPT_VIEW = "kept-view";

export function serveTable(sample: string): void {
  const data = tables[sample] ?? tables["table-three"];
  if (data === undefined) return;
  const table = new SampleTable(data);
  const answer = sample === "table-slow" ? later : now;
  let pins: Pins = { refs: [], baseline: null };
  const tell = (next: Pins) => {
    pins = next;
    channel.tell("pinned", pins);
  };
  const note = (method: string, ...args: readonly unknown[]) => window.asked.push({ method, args });
  const kept = sessionStorage.getItem(KEPT_VIEW);
  const host: Host = {
    opening: async () => ({ place: { store: STORE, experiments: ["340552200834895538"] }, tab: "table", pins }),
    showTab: async (tab) => void note("showTab", tab),
    setPinned: async (refs, isPinned) => {
      note("setPinned", refs, isPinned);
      const changed = new Set(refs.map(refKey));
      const others = pins.refs.filter((ref) => !changed.has(refKey(ref)));
      const next = isPinned ? [...others, ...refs] : others;
      const hasBaseline = pins.baseline !== null && next.some((ref) => refKey(ref) === refKey(pins.baseline as RunRef));
      tell({ refs: next, baseline: hasBaseline ? pins.baseline : null });
    },
    pickRuns: async () => void note("pickRuns"),
    setBaseline: async (baseline) => tell({ ...pins, baseline }),
    scope: async () => ({
      store: STORE,
      storeLabel: "churn",
      experiments: [{ folder: "340552200834895538", name: "churn" }],
      primary: data.primary === null ? null : { key: data.primary, goal: "min" },
      view: kept === null ? { ...DEFAULT_VIEW, ...VIEWS[sample] } : JSON.parse(kept),
      columnSets: [
        {
          name: "Errors alone",
          columns: [
            { kind: "attribute", key: "label" },
            { kind: "metric", key: "val_rmse", value: "best" },
          ],
        },
      ],
      savedFilters: [{ name: "Boosted trees", filter: "params.model = 'xgboost'" }],
    }),
    columns: (query) => answer(() => table.profiles(query)),
    page: (request) => {
      note("page", request.offset, request.limit, request.columns.length);
      if (sample === "table-vanished") return Promise.reject(new Error("The store mlruns is not there any more."));
      return answer(() => table.page(request));
    },
    runsAt: (request) => answer(() => table.runsAt(request)),
    trend: (request) => {
      note("trend", request.metric, request.value, request.group);
      return answer(() => table.trend(request));
    },
    keys: async () => table.keys(),
    keepView: async (view) => {
      note("keepView", view);
      sessionStorage.setItem(KEPT_VIEW, JSON.stringify(view));
    },
    saveFilter: async (filter) => void note("saveFilter", filter),
    saveColumns: async (columns) => void note("saveColumns", columns.length),
    exportRuns: async (...args) => void note("exportRuns", ...args),
    copyRuns: async (...args) => void note("copyRuns", ...args),
    load: async () => comparisons.none as Comparison,
    compared: async (refs) => {
      note("compared", refs.length);
      return comparisons[refs.length === 2 ? "two" : "three"] as Comparison;
    },
    unpin: async (ref) => host.setPinned([ref], false),
    open: async (...args) => void note("open", ...args),
    copy: async (text) => void note("copy", text),
  };
  const channel = new Channel<Events, Host>(windowPort("host"), host, null);
  window.changeRuns = () => channel.tell("runsChanged");
}

const now = async <T>(make: () => T): Promise<T> => make();

function later<T>(make: () => T): Promise<T> {
  return new Promise((answered) => setTimeout(() => answered(make()), SLOW_MS));
}
