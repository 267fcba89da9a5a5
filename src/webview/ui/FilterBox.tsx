import { Icon } from "./Icon.tsx";
import { t } from "./l10n.ts";
import "./FilterBox.css";

interface Props {
  readonly value: string;
  readonly placeholder: string;
  /** How much is shown of how much, in words; read out when it changes. */
  readonly result: string;
  onChange(value: string): void;
}

/** One line of text that narrows what is shown; Escape empties it. */
export function FilterBox({ value, placeholder, result, onChange }: Props) {
  return (
    <search class="filter">
      <Icon name="search" />
      <input
        type="text"
        value={value}
        placeholder={placeholder}
        aria-label={placeholder}
        spellcheck={false}
        onInput={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => event.key === "Escape" && onChange("")}
      />
      <span class="filter-result" role="status">
        {value.trim() === "" ? "" : result}
      </span>
      {value !== "" && (
        <button
          type="button"
          class="icon-button"
          title={t("Clear")}
          aria-label={t("Clear")}
          onClick={() => onChange("")}
        >
          <Icon name="cross" />
        </button>
      )}
    </search>
  );
}
