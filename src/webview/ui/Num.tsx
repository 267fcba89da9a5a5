import { shortNumber } from "../../core/model/numberText.ts";
import { useCopy } from "./copy.tsx";
import { exactNumber } from "./format/number.ts";
import { t } from "./l10n.ts";
import "./Num.css";

interface Props {
  readonly value: number;
  /** Said on hover before the exact value. */
  readonly note?: string;
  readonly strong?: boolean;
  /** Off inside grids, whose cells are reached by arrow keys. */
  readonly tab?: boolean;
}

/** A number rounded for the eye: the exact value on hover, and on the clipboard by click or Enter. */
export function Num({ value, note, strong = false, tab = true }: Props) {
  const copy = useCopy();
  const exact = exactNumber(value);
  const short = shortNumber(value);
  const lines = [note, exact, t("Click to copy")].filter((line) => line !== undefined);
  return (
    <button
      type="button"
      class={strong ? "num strong" : "num"}
      title={lines.join("\n")}
      aria-label={short === exact ? undefined : `${short} (${exact})`}
      tabIndex={tab ? 0 : -1}
      onClick={() => copy(exact)}
    >
      {short}
    </button>
  );
}
