import { incidental } from "../../model/telling.ts";
import type { ComparedValue } from "../../model/views.ts";
import { grouped } from "../grouped.ts";
import { numberColumn } from "../manyRuns/columns.ts";
import { correlationsWith } from "../manyRuns/correlations.ts";
import { keyPhrase } from "./paramChange.ts";
import { type Phrase, phrase, words } from "./phrase.ts";
import { countPhrase, metricPhrase, type Speaker } from "./speaker.ts";
import type { Standing } from "./standing.ts";
import { valuePhrase } from "./values.ts";

/** From so many runs with a number on, chance no longer explains everything. */
const MANY = 10;
/** How often chance alone may say something, over all params that are looked at. */
const CHANCE = 0.01;
/** Weaker correlations are not worth a word, however sure. */
const WORTH = 0.5;

/**
 * The one param that goes with the metric: a number that rises or falls with it, else a value that all of the best tenth
 * (three at least) share. Only said where chance alone would bring that about, for any of the params looked at, less than
 * once in a hundred comparisons: for a rank correlation by the tail of the normal distribution that rho · √(n - 1) has
 * without any connection, bounded by exp(-z²/2); for the shared value by counting in how many
 * draws of so many runs all have it, or another as rare. Seeds, paths and dates are left out, and
 * a param of the metric's own name.
 */
export function patternClause(speaker: Speaker, standing: Standing): readonly Phrase[] {
  if (standing.ranked.length < MANY) return [];
  const own = standing.metric.key.toLowerCase();
  const params = speaker.input.params.filter(
    ({ key, differs }) => differs && incidental(key) === 0 && key.toLowerCase() !== own,
  );
  return monotone(speaker, standing, params) ?? shared(speaker, standing, params) ?? [];
}

function monotone(
  { t }: Speaker,
  { metric, values }: Standing,
  params: readonly ComparedValue[],
): readonly Phrase[] | null {
  const columns = params.flatMap((param) => numberColumn("param", param) ?? []);
  const [strongest] = correlationsWith(
    values.map((value) => value ?? Number.NaN),
    columns,
  );
  if (!strongest) return null;
  const { key, rho, n } = strongest;
  const needed = Math.sqrt(2 * Math.log((2 * params.length) / CHANCE));
  if (n < MANY || Math.abs(rho) < WORTH || Math.abs(rho) * Math.sqrt(n - 1) < needed) return null;
  const text =
    rho > 0
      ? t("{0} rises with {1} (rank correlation {2} over {3} runs)")
      : t("{0} falls as {1} rises (rank correlation {2} over {3} runs)");
  return [phrase(text, metricPhrase(metric.key), keyPhrase(key), words(rho.toFixed(2)), countPhrase(n))];
}

function shared(
  { t }: Speaker,
  { metric, ranked }: Standing,
  params: readonly ComparedValue[],
): readonly Phrase[] | null {
  if (metric.goal === "unknown") return null;
  const top = ranked.slice(0, Math.max(3, Math.round(ranked.length / 10)));
  const found = params.flatMap(({ key, values }) => {
    const [value = null, ...others] = new Set(top.map((run) => values[run] ?? null));
    if (value === null || others.length > 0) return [];
    const counts = [...grouped(ranked, (run) => values[run] ?? null).values()].map((runs) => runs.length);
    const holders = ranked.filter((run) => values[run] === value).length;
    const rare = counts.filter((count) => count <= holders);
    return [{ key, value, holders, chance: chanceOfAll(top.length, rare, ranked.length) }];
  });
  const [surest] = found.sort((a, b) => a.chance - b.chance);
  if (!surest || surest.chance * params.length > CHANCE) return null;
  const { key, value, holders } = surest;
  const counts = [countPhrase(top.length), countPhrase(ranked.length), countPhrase(holders)];
  const [best = [], all = [], have = []] = counts;
  return [
    phrase(
      t("the best {0} of {1} all have {2} {3}, as {4} do in all"),
      best,
      all,
      keyPhrase(key),
      valuePhrase(value),
      have,
    ),
  ];
}

/** The chance that so many drawn of `total` are all of one of these kinds, by how many there are of each. */
function chanceOfAll(drawn: number, counts: readonly number[], total: number): number {
  let chance = 0;
  for (const count of counts) {
    let all = 1;
    for (let i = 0; i < drawn; i++) all *= Math.max(0, count - i) / (total - i);
    chance += all;
  }
  return chance;
}
