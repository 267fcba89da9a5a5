import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { rowsBetween } from "../grid/range.ts";
import { Icon } from "../Icon.tsx";
import type { ListEntry, OptionEntry } from "./listEntry.ts";
import "./OptionList.css";

interface Props {
  readonly id: string;
  readonly label: string;
  readonly entries: readonly ListEntry[];
  /** Index of the option that keys are at; -1 for none. */
  readonly active: number;
  readonly isMultiple?: boolean;
  onChoose(option: OptionEntry): void;
}

/** In CSS pixels, as in the style sheet. */
const LINE = 24;
const MORE = 4;

/** Options of any number, of which those in sight are drawn. A text field has the focus and names the active one. */
export function OptionList({ id, label, entries, active, isMultiple, onChoose }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 320 });
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const update = () => setView({ top: element.scrollTop, height: element.clientHeight });
    const resized = new ResizeObserver(update);
    resized.observe(element);
    return () => resized.disconnect();
  }, []);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null || active < 0) return;
    const top = active * LINE;
    element.scrollTop = Math.max(top + LINE - element.clientHeight, Math.min(element.scrollTop, top));
  }, [active]);
  const { first, end } = rowsBetween(view.top, view.top + view.height, {
    height: LINE,
    count: entries.length,
    more: MORE,
  });
  return (
    <div
      ref={box}
      id={id}
      class="options"
      {...listRole(label, isMultiple)}
      onScroll={({ currentTarget: { scrollTop, clientHeight } }) => setView({ top: scrollTop, height: clientHeight })}
    >
      <div class="options-all" role="none" style={{ height: `${entries.length * LINE}px` }}>
        <div class="options-shown" role="none" style={{ transform: `translateY(${first * LINE}px)` }}>
          {entries.slice(first, end).map((entry, offset) => (
            <Line
              key={entry.kind === "option" ? entry.id : `# ${entry.label}`}
              id={`${id}-${first + offset}`}
              entry={entry}
              isActive={first + offset === active}
              isMultiple={isMultiple === true}
              onChoose={onChoose}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

function listRole(label: string, isMultiple: boolean | undefined) {
  return { role: "listbox", "aria-label": label, "aria-multiselectable": isMultiple === true } as const;
}

interface LineProps {
  readonly id: string;
  readonly entry: ListEntry;
  readonly isActive: boolean;
  /** Whether several can be on. */
  readonly isMultiple: boolean;
  onChoose(option: OptionEntry): void;
}

function Line({ id, entry, isActive, isMultiple, onChoose }: LineProps) {
  if (entry.kind === "heading") {
    return (
      <div class="option-heading" role="presentation">
        {entry.label}
        {entry.fact !== undefined && <span class="option-fact">{entry.fact}</span>}
      </div>
    );
  }
  const { label, icon, fact, title, isOn } = entry;
  const pointer = {
    // The focus stays in the text field.
    onPointerDown: (event: PointerEvent) => event.preventDefault(),
    onClick: () => onChoose(entry),
  };
  return (
    <div
      id={id}
      class={isActive ? "option active" : "option"}
      title={title}
      {...{ role: "option", "aria-selected": isOn ?? isActive }}
      {...pointer}
    >
      {isOn !== undefined && (
        <span class={isMultiple ? "option-mark box" : "option-mark"}>{isOn && <Icon name="check" />}</span>
      )}
      {icon !== undefined && <Icon name={icon} />}
      <span class="option-label">{label}</span>
      {fact !== undefined && <span class="option-fact">{fact}</span>}
    </div>
  );
}
