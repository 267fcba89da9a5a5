import { deepEqual, equal, match } from "node:assert/strict";
import fc from "fast-check";
import {
  ageText,
  agoText,
  dayText,
  durationText,
  english,
  momentText,
  type Translate,
  tookText,
} from "../../../../src/core/model/timeText.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.parse("2026-03-01T12:00:00Z");

describe("times in words", () => {
  it("say how long ago in one unit", () => {
    const passed = [-5000, 59_000, 5 * 60_000, 3 * HOUR, 49 * HOUR, 95 * DAY, 800 * DAY];
    deepEqual(
      passed.map((ms) => ageText(NOW - ms, NOW, english)),
      ["now", "now", "5 min", "3 h", "2 d", "3 mo", "2 y"],
    );
    deepEqual(
      passed.map((ms) => agoText(NOW - ms, NOW, english)),
      ["just now", "just now", "5 min ago", "3 h ago", "2 d ago", "3 mo ago", "2 y ago"],
    );
  });

  it("say how long something took in two", () => {
    const times = [0, 12, 999.6, 1500, 9_999, 42_900, 125_000, 2 * HOUR + 60_000, 50 * HOUR];
    const texts = ["0 ms", "12 ms", "999 ms", "1.5 s", "9.9 s", "42 s", "2 min 5 s", "2 h 1 min", "2 d 2 h"];
    deepEqual(
      times.map((ms) => durationText(ms, english)),
      texts,
    );
  });

  it("say nothing of what is no duration", () => {
    for (const ms of [-1, Number.NaN, Number.POSITIVE_INFINITY]) equal(durationText(ms, english), "");
    equal(tookText(null, 5, english), "");
    equal(tookText(5, null, english), "");
    equal(tookText(NOW, NOW - 1, english), "");
    equal(tookText(NOW, NOW + 1500, english), "1.5 s");
  });

  it("take the seconds of old stores for what they are", () => {
    equal(ageText((NOW - 2 * DAY) / 1000, NOW, english), "2 d");
    equal(tookText(1_550_000_000, 1_550_000_090, english), "1 min 30 s");
    equal(momentText(1_550_000_000), momentText(1_550_000_000_000));
  });

  it("write moments and days on this machine's calendar", () => {
    const time = new Date(2024, 1, 29, 8, 3, 5).getTime();
    equal(momentText(time), "2024-02-29 08:03:05");
    equal(dayText(time), "2024-02-29");
    deepEqual([momentText(9e15), dayText(9e15)], ["9000000000000000", ""]);
  });

  it("speak the language that is given", () => {
    const german: Translate = (text, ...args) => english(text === "{0} ago" ? "vor {0}" : text, ...args);
    equal(agoText(NOW - 3 * HOUR, NOW, german), "vor 3 h");
  });

  it("always say something of a real duration", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e15, noNaN: true }), (ms) => {
        match(durationText(ms, english), /^[\d.]+ (ms|s|min|h|d)( \d+ (s|min|h))?$/);
      }),
    );
  });
});
