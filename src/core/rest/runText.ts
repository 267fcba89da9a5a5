import { toJsonText } from "../model/jsonNumber.ts";
import type { MetricHistory } from "../model/metric.ts";
import type { RunDetail } from "../model/run.ts";
import { type ArtifactJson, toPointsJson, toRunShellJson } from "./run.ts";

/** Points in one piece of text. */
const PIECE = 8192;

/**
 * The JSON text of a run in pieces, so that a run of millions of points never becomes one string. `extra` are further
 * fields (`type`, `label`), which come first.
 */
export function* runText(
  store: string,
  run: RunDetail,
  artifacts: readonly ArtifactJson[],
  extra: Readonly<Record<string, string>> = {},
): Generator<string> {
  const shell = toJsonText({ ...extra, ...toRunShellJson(store, run, artifacts) });
  yield `${shell.slice(0, -1)},"metric_history":{`;
  for (const [i, history] of run.history.entries()) {
    yield `${i > 0 ? "," : ""}${JSON.stringify(history.key)}:[`;
    yield* pointsText(history);
    yield "]";
  }
  yield "}}";
}

function* pointsText(history: MetricHistory): Generator<string> {
  const { length } = history.values;
  for (let from = 0; from < length; from += PIECE) {
    const text = toJsonText(toPointsJson(history, from, Math.min(length, from + PIECE)));
    yield `${from > 0 ? "," : ""}${text.slice(1, -1)}`;
  }
}
