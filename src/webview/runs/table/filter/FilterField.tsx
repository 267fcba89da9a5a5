import type { RefObject } from "preact";
import { useEffect, useId, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { visibleText } from "../../../../core/model/visibleText.ts";
import type { QueryProblem, Suggestion } from "../../../../core/query/filterBox.ts";
import { perform } from "../../../ui/announce.tsx";
import { count } from "../../../ui/format/number.ts";
import { Icon } from "../../../ui/Icon.tsx";
import type { IconName } from "../../../ui/iconPaths.ts";
import { t } from "../../../ui/l10n.ts";
import { openMenuBelow } from "../../../ui/menu/openMenu.ts";
import { type OptionEntry, optionAfterKey } from "../../../ui/options/listEntry.ts";
import { OptionList } from "../../../ui/options/OptionList.tsx";
import { textMeasure } from "../columns/measureText.ts";
import { loadMenus } from "../menus.ts";
import { useTable } from "../surface.ts";
import { FilterDraft } from "./filterDraft.ts";
import "./FilterField.css";

interface Props {
  readonly input: RefObject<HTMLInputElement | null>;
  /** Escape in an empty box, or the arrow down from one without suggestions. */
  onLeave(): void;
}

/** Words or an expression of the search language, completed as one writes, with what is wrong below its place. */
export function FilterField({ input, onLeave }: Props) {
  const { model } = useTable();
  const id = useId();
  const draft = useMemo(() => new FilterDraft(model), [model]);
  useEffect(() => draft.follow(), [draft]);
  const caret = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (caret.current === null) return;
    input.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });
  const text = draft.text.value;
  const { suggestions } = draft.completion.value;
  const active = draft.active.value;
  const problem = draft.problem.value;
  const entries = suggestions.map(entryOf);
  const accept = (index: number) => {
    const suggestion = suggestions[index];
    if (suggestion !== undefined) caret.current = draft.accept(suggestion);
  };
  const onKeyDown = (event: KeyboardEvent & { readonly currentTarget: HTMLInputElement }) => {
    if (!onFilterKey(event, { draft, entries, accept, onLeave })) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const isOpen = entries.length > 0;
  return (
    <search class={problem === null ? "filter-field" : "filter-field wrong"}>
      <PresetButton />
      <div class="filter-input">
        <input
          ref={input}
          type="text"
          value={text}
          placeholder={t("Filter: words, or metrics.rmse < 0.4 AND params.model = 'mlp'")}
          spellcheck={false}
          autocomplete="off"
          {...comboRole({ list: `${id}-list`, isOpen, active, isWrong: problem !== null, problem: `${id}-problem` })}
          onFocus={() => void draft.begin()}
          onInput={({ currentTarget: { value, selectionStart } }) => draft.write(value, selectionStart ?? value.length)}
          onBlur={() => draft.end()}
          onKeyDown={onKeyDown}
        />
        {problem !== null && <Squiggle problem={problem} text={text} input={input} />}
      </div>
      {text !== "" && (
        <button
          type="button"
          class="icon-button"
          title={t("Clear")}
          aria-label={t("Clear the filter")}
          onClick={() => {
            draft.clear();
            input.current?.focus();
          }}
        >
          <Icon name="cross" />
        </button>
      )}
      <FilterMessage id={`${id}-problem`} draft={draft} input={input} caret={caret} />
      {isOpen && (
        <div class="filter-suggestions">
          <OptionList
            id={`${id}-list`}
            label={t("Suggestions")}
            entries={entries}
            active={active}
            onChoose={(option) => accept(Number(option.id))}
          />
        </div>
      )}
    </search>
  );
}

interface KeyParts {
  readonly draft: FilterDraft;
  readonly entries: readonly OptionEntry[];
  accept(index: number): void;
  onLeave(): void;
}

/** Whether the key did something. */
function onFilterKey(
  event: KeyboardEvent & { readonly currentTarget: HTMLInputElement },
  { draft, entries, accept, onLeave }: KeyParts,
): boolean {
  const { key, ctrlKey, currentTarget } = event;
  const active = draft.active.peek();
  const to = entries.length > 0 ? optionAfterKey(entries, active, key) : null;
  if (to !== null) draft.active.value = to;
  else if (key === "Enter" && active >= 0) accept(active);
  else if (key === "Enter") {
    draft.close();
    void draft.apply(true);
  } else if (key === " " && ctrlKey) draft.suggest(currentTarget.selectionStart ?? 0);
  else if (key === "Escape" && entries.length > 0) draft.close();
  else if (key === "Escape" && draft.text.peek() !== "") draft.clear();
  else if (key === "Escape" || key === "ArrowDown") onLeave();
  else return false;
  return true;
}

const ICONS: Readonly<Partial<Record<Suggestion["kind"], IconName>>> = { entity: "folder", value: "right" };

function iconOf({ kind, label }: Suggestion): IconName | undefined {
  if (kind !== "key") return ICONS[kind];
  if (label.startsWith("metrics.")) return "metric";
  if (label.startsWith("params.")) return "param";
  return label.startsWith("tags.") ? "tag" : "info";
}

const SHOWN = 200;

function entryOf(suggestion: Suggestion, index: number): OptionEntry {
  const { label, runs } = suggestion;
  const icon = iconOf(suggestion);
  const fact = runs === null || runs === 0 ? undefined : count(runs);
  return {
    kind: "option",
    id: String(index),
    label: visibleText(label.slice(0, SHOWN)),
    ...(icon !== undefined && { icon }),
    ...(fact !== undefined && { fact }),
  };
}

function PresetButton() {
  const parts = useTable();
  return (
    <button
      type="button"
      class="icon-button"
      title={t("Filters")}
      aria-label={t("Filters")}
      aria-haspopup="menu"
      onClick={({ currentTarget: opener }) =>
        perform(loadMenus().then(({ filterMenu }) => openMenuBelow(opener, t("Filters"), filterMenu(parts))))
      }
    >
      <Icon name="funnel" />
    </button>
  );
}

interface SquiggleProps {
  readonly problem: QueryProblem;
  readonly text: string;
  readonly input: RefObject<HTMLInputElement | null>;
}

/** Below the part that is not understood. */
function Squiggle({ problem: { from, to }, text, input }: SquiggleProps) {
  const measure = useMemo(textMeasure, []);
  const scrolled = input.current?.scrollLeft ?? 0;
  const left = measure(text.slice(0, from)) - scrolled;
  const width = Math.max(6, measure(text.slice(from, to)));
  return <span class="squiggle" style={{ left: `${left}px`, width: `${width}px` }} />;
}

interface MessageProps {
  readonly id: string;
  readonly draft: FilterDraft;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly caret: RefObject<number | null>;
}

/** What is wrong, what may stand there, and what was probably meant, a click away. */
function FilterMessage({ id, draft, input, caret }: MessageProps) {
  const problem = draft.problem.value ?? (draft.isWritten.value ? draft.unknown.value : null);
  if (problem === null || draft.completion.value.suggestions.length > 0) return null;
  const { reason, expected, suggestion, from, to } = problem;
  const fix = (written: string) => {
    const text = draft.text.peek();
    caret.current = from + written.length;
    draft.write(text.slice(0, from) + written + text.slice(to), caret.current);
    draft.close();
    input.current?.focus();
  };
  return (
    <div id={id} class="filter-message" role="status">
      <span>{visibleText(reason)}</span>
      {suggestion !== null && (
        <button type="button" class="link" onClick={() => fix(suggestion)}>
          {t("Write {0}", visibleText(suggestion))}
        </button>
      )}
      {suggestion === null && expected.length > 0 && (
        <span class="dim">{t("For example: {0}", expected.map(visibleText).join(", "))}</span>
      )}
    </div>
  );
}

interface Combo {
  readonly list: string;
  readonly isOpen: boolean;
  readonly active: number;
  readonly isWrong: boolean;
  readonly problem: string;
}

function comboRole({ list, isOpen, active, isWrong, problem }: Combo) {
  return {
    role: "combobox",
    "aria-label": t("Filter runs"),
    "aria-autocomplete": "list",
    "aria-expanded": isOpen,
    ...(isOpen && { "aria-controls": list }),
    ...(active >= 0 && { "aria-activedescendant": `${list}-${active}` }),
    ...(isWrong && { "aria-invalid": true, "aria-describedby": problem }),
  } as const;
}
