import type { ShownStatus } from "../../model/views.ts";
import { grouped } from "../grouped.ts";
import { listed, type Phrase, phrase, type Translate, words } from "./phrase.ts";
import { countPhrase, type Speaker } from "./speaker.ts";

/** Runs named one by one; more are counted. */
const NAMED = 2;

type Troubled = Exclude<ShownStatus, "finished">;

/** Which runs did not finish, and how: their numbers may not be their last word. */
export function statusNotes(speaker: Speaker): readonly Phrase[] {
  const { t, input } = speaker;
  const groups = grouped(input.runs.keys(), (run) => input.runs[run]?.status ?? "finished");
  const notes: Phrase[] = [];
  for (const status of TROUBLES) {
    const runs = groups.get(status) ?? [];
    if (runs.length > 0) notes.push(statusNote(speaker, status, runs, t));
  }
  return notes;
}

function whoOf({ t, input, run }: Speaker, runs: readonly number[]): Phrase {
  const [some, total] = [countPhrase(runs.length), input.runs.length];
  if (runs.length === total) return total === 2 ? words(t("both")) : phrase(t("all {0}"), some);
  return runs.length > NAMED ? phrase(t("{0} of {1}"), some, countPhrase(total)) : listed(runs.map(run), t);
}

const TROUBLES: readonly Troubled[] = ["failed", "killed", "live", "unfinished", "scheduled", "unreadable"];

function statusNote(speaker: Speaker, status: Troubled, runs: readonly number[], t: Translate): Phrase {
  const many = runs.length > 1;
  const who = whoOf(speaker, runs);
  switch (status) {
    case "failed":
      return phrase(t("{0} failed"), who);
    case "killed":
      return phrase(many ? t("{0} were killed") : t("{0} was killed"), who);
    case "live":
      return phrase(many ? t("{0} are still running") : t("{0} is still running"), who);
    case "unfinished":
      return phrase(t("{0} never finished"), who);
    case "scheduled":
      return phrase(many ? t("{0} have not started") : t("{0} has not started"), who);
    case "unreadable":
      return phrase(many ? t("{0} are damaged") : t("{0} is damaged"), who);
  }
}
