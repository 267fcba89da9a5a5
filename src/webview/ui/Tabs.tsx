import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import "./Tabs.css";

export interface Tab {
  readonly id: string;
  readonly title: string;
  /** Beside the title, dimmed: how many there are in it. */
  readonly fact?: string;
  render(): ComponentChildren;
}

interface Props {
  readonly label: string;
  readonly tabs: readonly Tab[];
  /** The id of the one that is shown. */
  readonly chosen: string;
  onChoose(id: string): void;
}

/** Panels of which one is shown. A single tab is no choice: its panel stands alone, without a list. */
export function Tabs({ label, tabs, chosen, onChoose }: Props) {
  const prefix = useId();
  const tab = tabs.find(({ id }) => id === chosen) ?? tabs[0];
  if (tab === undefined) return null;
  if (tabs.length === 1) return <>{tab.render()}</>;
  const move = (event: KeyboardEvent) => {
    const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    const next = tabs[(tabs.indexOf(tab) + by + tabs.length) % tabs.length];
    if (by === 0 || next === undefined) return;
    onChoose(next.id);
    document.getElementById(`${prefix}-${next.id}`)?.focus();
  };
  return (
    <>
      <div class="tabs" role="tablist" aria-label={label} onKeyDown={move}>
        {tabs.map(({ id, title, fact }) => (
          <button
            key={id}
            id={`${prefix}-${id}`}
            type="button"
            role="tab"
            aria-selected={id === tab.id}
            tabIndex={id === tab.id ? 0 : -1}
            onClick={() => onChoose(id)}
          >
            {title}
            {fact !== undefined && <span class="tab-fact">{fact}</span>}
          </button>
        ))}
      </div>
      <div role="tabpanel" aria-labelledby={`${prefix}-${tab.id}`}>
        {tab.render()}
      </div>
    </>
  );
}
