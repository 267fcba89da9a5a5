import type { ComponentChildren, RefObject } from "preact";
import { useMemo, useState } from "preact/hooks";
import { Icon } from "../../Icon.tsx";
import { t } from "../../l10n.ts";
import type { DataSheet } from "./dataSheet.ts";
import type { Picture } from "./picture.ts";
import { SaveMenu } from "./SaveMenu.tsx";
import { SheetTable } from "./SheetTable.tsx";
import "./ChartFrame.css";

/** What a chart offers beside itself. */
export interface ChartParts {
  readonly picture: () => Picture;
  /** Its data for reading. */
  readonly sheet: () => DataSheet;
  /** Its data for other programs, where that is laid out otherwise. */
  readonly data?: () => DataSheet;
}

interface Props {
  readonly title: string;
  /** "n of N points". */
  readonly count: string | null;
  /** What is left out or marked, a sentence each. */
  readonly notes: readonly string[];
  /** Null as long as there is nothing to show. */
  readonly parts: ChartParts | null;
  /** Over the whole width. */
  readonly wide?: boolean;
  readonly box?: RefObject<HTMLDivElement | null>;
  readonly children: ComponentChildren;
}

/** A chart with its heading: also a table, and saved as a file. */
export function ChartFrame({ title, count, notes, parts, wide = false, box, children }: Props) {
  const [asTable, setAsTable] = useState(false);
  const sheet = useMemo(() => (asTable && parts !== null ? parts.sheet() : null), [asTable, parts]);
  const tableTitle = asTable ? t("Show {0} as chart", title) : t("Show data of {0} as table", title);
  return (
    <div class={wide ? "chart-card whole" : "chart-card"} {...(box && { ref: box })}>
      <div class="chart-head">
        <h3 title={title}>{title}</h3>
        {count !== null && <span class="dim">{count}</span>}
        {parts !== null && (
          <>
            <button
              type="button"
              class="icon-button"
              aria-pressed={asTable}
              aria-label={tableTitle}
              title={tableTitle}
              onClick={() => setAsTable(!asTable)}
            >
              <Icon name="table" />
            </button>
            <SaveMenu title={title} picture={parts.picture} data={parts.data ?? parts.sheet} />
          </>
        )}
      </div>
      {sheet === null ? children : <SheetTable title={title} sheet={sheet} />}
      {notes.length > 0 && <p class="chart-notes">{notes.join(" · ")}</p>}
    </div>
  );
}
