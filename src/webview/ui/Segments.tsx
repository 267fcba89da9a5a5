import { useId } from "preact/hooks";
import "./controls.css";

interface Props<Id extends string> {
  /** What is chosen, for screen readers. */
  readonly label: string;
  readonly options: readonly { readonly id: Id; readonly text: string }[];
  readonly value: Id;
  onChange(id: Id): void;
}

/** A few choices beside one another, of which one is on: radio buttons that look like one control. */
export function Segments<Id extends string>({ label, options, value, onChange }: Props<Id>) {
  const name = useId();
  return (
    <fieldset class="segments" aria-label={label}>
      {options.map(({ id, text }) => (
        <label key={id} class={id === value ? "segment on" : "segment"}>
          <input type="radio" name={name} value={id} checked={id === value} onChange={() => onChange(id)} />
          {text}
        </label>
      ))}
    </fieldset>
  );
}
