import { equal } from "node:assert/strict";
import { isLive, LIVE_WINDOW, milliseconds, type SignsOfLife } from "../../../../src/core/model/live.ts";

const NOW = 1_760_000_000_000;
const live = (signs: Partial<SignsOfLife>) =>
  isLive({ status: "RUNNING", start: null, newestMetric: null, changed: null, ...signs }, NOW);

describe("a live run", () => {
  it("is running and shows a sign of life", () => {
    equal(live({}), false);
    equal(live({ start: NOW - 5000 }), true);
    equal(live({ newestMetric: NOW - LIVE_WINDOW }), true);
    equal(live({ start: 1, newestMetric: NOW - LIVE_WINDOW - 1 }), false);
    equal(live({ start: 1, changed: NOW - 1000 }), true);
    equal(live({ status: "FINISHED", start: NOW, changed: NOW }), false);
    equal(live({ status: "SCHEDULED", start: NOW }), false);
  });

  it("may be ahead of our clock, but not by more than ten minutes", () => {
    equal(live({ newestMetric: NOW + LIVE_WINDOW }), true);
    equal(live({ newestMetric: NOW + LIVE_WINDOW + 1 }), false);
  });

  it("may be logged in seconds, as MLflow 0.x did", () => {
    equal(live({ newestMetric: NOW / 1000 - 60 }), true);
    equal(live({ newestMetric: NOW / 1000 - 601 }), false);
    equal(milliseconds(1_560_000_000), 1_560_000_000_000);
    equal(milliseconds(1_560_000_000_000), 1_560_000_000_000);
  });

  it("has no sign in a time that is not one", () => {
    equal(live({ start: Number.NaN, newestMetric: Number.POSITIVE_INFINITY }), false);
    equal(live({ start: 0 }), false);
  });
});
