import type { LocatedProblem } from "../../core/model/problem.ts";
import { visibleText } from "../../core/model/visibleText.ts";
import { Fold } from "./Fold.tsx";
import { Icon } from "./Icon.tsx";
import { counted, t } from "./l10n.ts";
import "./ProblemList.css";

interface Props {
  readonly problems: readonly LocatedProblem[];
  onOpen(problem: LocatedProblem): void;
}

const SHOWN_AT_FIRST = 5;

/** What could not be read, each with the place that opens on a click. */
export function ProblemList({ problems, onOpen }: Props) {
  if (problems.length === 0) return null;
  const rest = problems.slice(SHOWN_AT_FIRST);
  return (
    <section class="problems" aria-label={t("Problems")}>
      <h2>{counted(problems.length, "{0} problem while reading this run", "{0} problems while reading this run")}</h2>
      <Items problems={problems.slice(0, SHOWN_AT_FIRST)} onOpen={onOpen} />
      {rest.length > 0 && (
        <Fold summary={counted(rest.length, "{0} more", "{0} more")}>
          {() => <Items problems={rest} onOpen={onOpen} />}
        </Fold>
      )}
    </section>
  );
}

function Items({ problems, onOpen }: Props) {
  return (
    <ul>
      {problems.map((problem, index) => (
        <li key={`${problem.file}:${problem.line}:${index}`} class={problem.severity}>
          <Icon name={problem.severity} />
          <span>
            <span class="unseen">{problem.severity === "error" ? t("Error:") : t("Warning:")} </span>
            {visibleText(problem.reason)}{" "}
            {problem.file !== "" && (
              <button type="button" class="link place" onClick={() => onOpen(problem)}>
                {visibleText(problem.line === null ? problem.file : `${problem.file}:${problem.line}`)}
              </button>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
