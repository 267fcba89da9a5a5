import { effect, signal } from "@preact/signals";
import type { Completion, QueryProblem, Suggestion } from "../../../../core/query/filterBox.ts";
import type { TableModel } from "../tableModel.ts";
import { type Language, loadLanguage } from "./language.ts";

const NOTHING: Completion = { from: 0, to: 0, suggestions: [] };
/** What is written takes effect after a pause; a mistake is told after a longer one, since nobody is done at once. */
const APPLY_MS = 200;
const BLAME_MS = 700;

/** What is being written into a filter box: completed, understood, and given to the table once it can be. */
export class FilterDraft {
  readonly text = signal("");
  readonly completion = signal<Completion>(NOTHING);
  /** Index of a suggestion; -1 for the text alone. */
  readonly active = signal(-1);
  readonly problem = signal<QueryProblem | null>(null);
  /** Not mistakes: keys that no run has. */
  readonly unknown = signal<QueryProblem | null>(null);
  /** Whether the box has the focus. */
  readonly isWritten = signal(false);
  readonly #model: TableModel;
  #language: Language | null = null;
  #applied = "";
  /** Where it was last written; null before. */
  #caret: number | null = null;
  #applying: ReturnType<typeof setTimeout> | undefined;
  #blaming: ReturnType<typeof setTimeout> | undefined;

  constructor(model: TableModel) {
    this.#model = model;
  }

  /** Takes over what others filter by; returns what stops it. */
  follow(): () => void {
    return effect(() => {
      const { filter } = this.#model.view.value;
      if (filter === this.#applied) return;
      this.#applied = filter;
      this.text.value = filter;
      this.close();
      this.problem.value = null;
      this.unknown.value = null;
    });
  }

  /** Somebody is going to write. */
  async begin(): Promise<void> {
    this.isWritten.value = true;
    this.#language = await loadLanguage();
    if (this.#model.keys.peek() === null) await this.#model.loadKeys();
    if (this.isWritten.peek() && this.#caret !== null) this.suggest(this.#caret);
  }

  /** Nobody writes any more. */
  end(): void {
    this.#caret = null;
    this.isWritten.value = false;
    this.close();
    void this.apply(true);
  }

  write(text: string, caret: number): void {
    this.text.value = text;
    this.problem.value = null;
    clearTimeout(this.#applying);
    clearTimeout(this.#blaming);
    this.#applying = setTimeout(() => void this.apply(false), APPLY_MS);
    this.suggest(caret);
  }

  /** What may stand at the caret. */
  suggest(caret: number): void {
    this.#caret = caret;
    const keys = this.#model.keys.peek();
    this.active.value = -1;
    this.completion.value =
      keys === null || this.#language === null ? NOTHING : this.#language.complete(this.text.peek(), caret, keys);
  }

  close(): void {
    this.completion.value = NOTHING;
    this.active.value = -1;
  }

  /** Writes a suggestion where it belongs; returns where the caret goes. A key or a sign is followed by more. */
  accept({ insert, kind }: Suggestion): number {
    const { from, to } = this.completion.peek();
    const text = this.text.peek();
    const space = kind === "key" || kind === "operator" || kind === "word" ? " " : "";
    const rest = text.slice(to);
    const next = text.slice(0, from) + insert + (rest.startsWith(space) ? "" : space) + rest;
    const caret = from + insert.length + space.length;
    this.write(next, caret);
    return caret;
  }

  /** Filters by what is written, where it is understood; `blames` at once where it is not. */
  async apply(blames: boolean): Promise<void> {
    clearTimeout(this.#applying);
    const text = this.text.peek();
    this.#language ??= await loadLanguage();
    const read = this.#language.readFilterText(text, this.#model.keys.peek(), Date.now());
    if (text !== this.text.peek()) return;
    this.unknown.value = read.kind === "expression" ? (read.unknown[0] ?? null) : null;
    if (read.kind !== "invalid") {
      this.problem.value = null;
      this.#applied = text;
      if (text !== this.#model.view.peek().filter) this.#model.change({ filter: text });
    } else if (blames) this.problem.value = read.problem;
    else {
      this.#blaming = setTimeout(() => {
        this.problem.value = read.problem;
      }, BLAME_MS);
    }
  }

  clear(): void {
    this.close();
    this.text.value = "";
    void this.apply(false);
  }
}
