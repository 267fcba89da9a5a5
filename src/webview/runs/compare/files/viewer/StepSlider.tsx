import { count } from "../../../../ui/format/number.ts";
import { t } from "../../../../ui/l10n.ts";

interface Props {
  readonly steps: readonly number[];
  /** Index into `steps`. */
  readonly at: number;
  onChange(at: number): void;
}

/** Moves all runs to one logged step. */
export function StepSlider({ steps, at, onChange }: Props) {
  const words = t("Step {0}", count(steps[at] ?? 0));
  return (
    <label class="step-slider">
      <span class="step-words">{words}</span>
      <input
        type="range"
        min={0}
        max={steps.length - 1}
        value={at}
        aria-valuetext={words}
        onInput={(event) => onChange(Number(event.currentTarget.value))}
      />
      <span class="dim">{t("{0} of {1}", at + 1, steps.length)}</span>
    </label>
  );
}
