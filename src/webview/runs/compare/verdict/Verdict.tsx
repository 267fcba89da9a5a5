import type { VNode } from "preact";
import type { Verdict as CoreVerdict, VerdictPart } from "../../../../core/model/verdict.ts";
import { visibleText } from "../../../../core/model/visibleText.ts";
import { t } from "../../../ui/l10n.ts";
import "./Verdict.css";

interface Props {
  readonly verdict: CoreVerdict;
  /** Brings the row that a part speaks of into sight. */
  onMetric(key: string): void;
  onParam(key: string): void;
  onRun(run: number): void;
  onGoal(key: string, goal: "min" | "max"): void;
}

/** What the comparison comes to, in a sentence whose parts lead to what they speak of. */
export function Verdict({ verdict, onMetric, onParam, onRun, onGoal }: Props) {
  return (
    <p class="verdict" role="status">
      {verdict.parts.map((part, index) => (
        <Part key={index} part={part} onMetric={onMetric} onParam={onParam} onRun={onRun} />
      ))}
      {verdict.asks !== null && <GoalQuestion metric={verdict.asks} onGoal={onGoal} />}
    </p>
  );
}

type PartProps = Pick<Props, "onMetric" | "onParam" | "onRun"> & { readonly part: VerdictPart };

function Part({ part, onMetric, onParam, onRun }: PartProps): VNode {
  switch (part.kind) {
    case "text":
      return <>{part.text}</>;
    case "run":
      return <Leading text={part.text} strong act={() => onRun(part.run)} />;
    case "metric":
      return <Leading text={part.text} act={() => onMetric(part.key)} />;
    case "param":
      return <Leading text={part.text} act={() => onParam(part.key)} />;
    case "value":
    case "number":
      return (
        <span class="verdict-value" title={visibleText(part.exact)}>
          {part.text}
        </span>
      );
  }
}

/** The two answers to the question that the sentence ends in. */
function GoalQuestion({ metric, onGoal }: Pick<Props, "onGoal"> & { readonly metric: string }) {
  return (
    <span class="verdict-question">
      {" "}
      <button type="button" class="text-button" onClick={() => onGoal(metric, "min")}>
        {t("Lower is better")}
      </button>{" "}
      <button type="button" class="text-button" onClick={() => onGoal(metric, "max")}>
        {t("Higher is better")}
      </button>
    </span>
  );
}

interface LeadingProps {
  readonly text: string;
  readonly strong?: boolean;
  act(): void;
}

function Leading({ text, strong = false, act }: LeadingProps) {
  return (
    <button type="button" class={strong ? "verdict-link strong" : "verdict-link"} onClick={act}>
      {text}
    </button>
  );
}
