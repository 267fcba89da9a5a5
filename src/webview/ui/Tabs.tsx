import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import "./Tabs.css";

export interface Tab {
  readonly id: string;
  readonly title: string;
  render(): ComponentChildren;
}

interface Props {
  readonly label: string;
  readonly tabs: readonly Tab[];
}

/** Panels of which one is shown. A single tab is no choice: its panel stands alone, without a list. */
export function Tabs({ label, tabs }: Props) {
  const prefix = useId();
  const [chosen, setChosen] = useState(0);
  const tab = tabs[chosen] ?? tabs[0];
  if (tab === undefined) return null;
  if (tabs.length === 1) return <>{tab.render()}</>;
  const move = (event: KeyboardEvent) => {
    const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (by === 0) return;
    const next = (chosen + by + tabs.length) % tabs.length;
    setChosen(next);
    document.getElementById(`${prefix}-${tabs[next]?.id ?? ""}`)?.focus();
  };
  return (
    <>
      <div class="tabs" role="tablist" aria-label={label} onKeyDown={move}>
        {tabs.map(({ id, title }, index) => (
          <button
            key={id}
            id={`${prefix}-${id}`}
            type="button"
            role="tab"
            aria-selected={index === chosen}
            tabIndex={index === chosen ? 0 : -1}
            onClick={() => setChosen(index)}
          >
            {title}
          </button>
        ))}
      </div>
      <div role="tabpanel" aria-labelledby={`${prefix}-${tab.id}`}>
        {tab.render()}
      </div>
    </>
  );
}
