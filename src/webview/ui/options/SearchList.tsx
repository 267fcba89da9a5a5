import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { t } from "../l10n.ts";
import { type ListEntry, type OptionEntry, optionAfterKey } from "./listEntry.ts";
import { OptionList } from "./OptionList.tsx";
import { type Search, searchOf } from "./search.ts";
import "./SearchList.css";

interface Props {
  readonly label: string;
  readonly placeholder: string;
  /** What is found; the same for the same search, so that it is made once. */
  entries(search: Search): readonly ListEntry[];
  readonly isMultiple?: boolean;
  /** Above the list, about what is found. */
  found?(entries: readonly ListEntry[], text: string): ComponentChildren;
  onChoose(option: OptionEntry): void;
}

/** A text field that narrows a list, and has the focus from the first: arrows go through it, Enter chooses, the focus stays in the field. */
export function SearchList({ label, placeholder, entries: entriesOf, isMultiple, found, onChoose }: Props) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const [text, setText] = useState("");
  const [active, setActive] = useState(-1);
  const search = useMemo(() => searchOf(text), [text]);
  const entries = useMemo(() => entriesOf(search), [entriesOf, search]);
  const onKeyDown = (event: KeyboardEvent) => {
    const to = optionAfterKey(entries, active, event.key);
    const entry = entries[active] ?? firstOption(entries, text);
    if (to !== null) setActive(to);
    else if (event.key === "Enter" && entry?.kind === "option") onChoose(entry);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <input
        ref={field}
        class="search-field"
        type="text"
        value={text}
        placeholder={placeholder}
        spellcheck={false}
        {...comboRole(label, `${id}-list`, active)}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setActive(-1);
        }}
        onKeyDown={onKeyDown}
      />
      {search.error !== null && <p class="search-error">{search.error}</p>}
      {found?.(entries, text)}
      {entries.length === 0 ? (
        <p class="search-none">{t("Nothing is called so.")}</p>
      ) : (
        <OptionList
          id={`${id}-list`}
          label={label}
          entries={entries}
          active={active}
          isMultiple={isMultiple === true}
          onChoose={onChoose}
        />
      )}
    </>
  );
}

/** Enter without a choice takes the only thing that was looked for. */
function firstOption(entries: readonly ListEntry[], text: string): ListEntry | undefined {
  const options = entries.filter(({ kind }) => kind === "option");
  return text !== "" && options.length === 1 ? options[0] : undefined;
}

function comboRole(label: string, list: string, active: number) {
  return {
    role: "combobox",
    "aria-label": label,
    "aria-expanded": true,
    "aria-controls": list,
    "aria-autocomplete": "list",
    ...(active >= 0 && { "aria-activedescendant": `${list}-${active}` }),
  } as const;
}
