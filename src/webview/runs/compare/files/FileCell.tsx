import { shortSize } from "../../../../core/model/numberText.ts";
import { count } from "../../../ui/format/number.ts";
import { Icon, type IconName } from "../../../ui/Icon.tsx";
import { counted, t } from "../../../ui/l10n.ts";
import type { GridCell } from "../grid/gridContent.ts";
import { Missing } from "../values/ValueCell.tsx";
import type { Sameness } from "./sameness.ts";

/** A run's file: how large, and whether it is as the baseline's. */
export function fileCell(size: number | null, sameness: Sameness): GridCell {
  if (size === null) return { content: <Missing /> };
  const { icon, word, look } = LOOKS[sameness]();
  return {
    look,
    content: (
      <div class="cell">
        {icon !== null && (
          <span class="changed-mark">
            <Icon name={icon} />
          </span>
        )}
        <span title={t("{0} bytes", count(size))}>{shortSize(size)}</span>
        {word !== "" && <span class="dim">{word}</span>}
      </div>
    ),
  };
}

/** A run's logged images: at how many steps. */
export function imagesCell(steps: number): GridCell {
  if (steps === 0) return { content: <Missing /> };
  return { content: counted(steps, "{0} step", "{0} steps") };
}

interface Look {
  readonly icon: IconName | null;
  readonly word: string;
  readonly look: string;
}

const LOOKS: Readonly<Record<Sameness, () => Look>> = {
  absent: () => ({ icon: null, word: "", look: "" }),
  baseline: () => ({ icon: null, word: "", look: "base" }),
  only: () => ({ icon: "plus", word: t("added"), look: "changed" }),
  same: () => ({ icon: null, word: t("same"), look: "same" }),
  differs: () => ({ icon: "differs", word: t("differs"), look: "changed" }),
  unknown: () => ({ icon: null, word: "", look: "base" }),
};
