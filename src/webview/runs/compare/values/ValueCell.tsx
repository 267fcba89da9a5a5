import { visibleText } from "../../../../core/model/visibleText.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { t } from "../../../ui/l10n.ts";
import { Value } from "../../../ui/Value.tsx";
import type { GridCell } from "../grid/gridContent.ts";
import { ComparedText } from "./ComparedText.tsx";
import { ratioText } from "./ratio.ts";
import "./ValueCell.css";

interface Place {
  readonly key: string;
  readonly value: string | null;
  /** The baseline's; undefined for the baseline itself. */
  readonly base: string | null | undefined;
  /** The only other run's, where there are two and this is the baseline. */
  readonly other: string | null | undefined;
}

/** One value of a param, tag or attribute, set against the baseline's. */
export function valueCell(place: Place): GridCell {
  const { value, base } = place;
  if (base === undefined) return { look: "base", content: <Content {...place} /> };
  if (value === base) return { look: "same", content: <Content {...place} /> };
  return {
    look: "changed",
    content: (
      <div class="cell">
        <Mark value={value} base={base} />
        <Content {...place} />
      </div>
    ),
  };
}

/** From here on the words that differ are marked within a text. */
const WORDY = 24;

function Content({ key, value, base, other }: Place) {
  if (value === null) return typeof base === "string" ? <span class="dim">{t("removed")}</span> : <Missing />;
  const copyLabel = t("Copy value of {0}", key);
  const against = base ?? other ?? null;
  const isWordy = against !== null && against !== value && Math.max(value.length, against.length) >= WORDY;
  if (isWordy) return <ComparedText text={value} other={against} isBefore={base === undefined} copyLabel={copyLabel} />;
  const ratio = typeof base === "string" ? ratioText(value, base) : null;
  if (ratio === null) return <Value text={value} copyLabel={copyLabel} tab={false} />;
  const draw = () => (
    <>
      {visibleText(value)} <span class="ratio">{ratio}</span>
    </>
  );
  return <Value text={value} copyLabel={copyLabel} tab={false} draw={draw} />;
}

/** How a value came to differ, as a picture and in words. */
function Mark({ value, base }: { readonly value: string | null; readonly base: string | null }) {
  const word = base === null ? t("added") : value === null ? t("removed") : t("differs");
  return (
    <span class="changed-mark" title={t("{0}, against the baseline", word)}>
      <Icon name={base === null ? "plus" : value === null ? "minus" : "differs"} />
      {value !== null && <span class="unseen">{t("{0}:", word)} </span>}
    </span>
  );
}

/** Where a run has no such key. */
export function Missing() {
  return (
    <span class="dim">
      <span aria-hidden="true">–</span>
      <span class="unseen">{t("none")}</span>
    </span>
  );
}
