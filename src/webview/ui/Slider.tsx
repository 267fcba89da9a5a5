import { useId } from "preact/hooks";
import "./controls.css";

interface Props {
  readonly label: string;
  /** From 0. */
  readonly value: number;
  readonly most: number;
  readonly step: number;
  onChange(value: number): void;
}

/** A labelled amount between nothing and most, with its number beside it. */
export function Slider({ label, value, most, step, onChange }: Props) {
  const id = useId();
  return (
    <span class="control">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={most}
        step={step}
        value={value}
        onInput={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
      <output for={id}>{value.toFixed(2)}</output>
    </span>
  );
}
