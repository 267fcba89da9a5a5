import { useId } from "preact/hooks";
import "./controls.css";

export interface SelectOption {
  readonly id: string;
  readonly text: string;
  /** The heading it stands under. */
  readonly group?: string;
}

interface Props {
  readonly label: string;
  readonly value: string;
  readonly options: readonly SelectOption[];
  onChange(id: string): void;
}

/** A labelled choice among some, by the browser's own list. */
export function Select({ label, value, options, onChange }: Props) {
  const id = useId();
  const groups = [...new Set(options.map(({ group }) => group))];
  return (
    <span class="control">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {groups.map((group) => {
          const items = options
            .filter((option) => option.group === group)
            .map((option) => <Item key={option.id} {...option} />);
          return group === undefined ? (
            items
          ) : (
            <optgroup key={group} label={group}>
              {items}
            </optgroup>
          );
        })}
      </select>
    </span>
  );
}

function Item({ id, text }: SelectOption) {
  return <option value={id}>{text}</option>;
}
