import type { Locator } from "playwright-core";
import type { Workbench } from "./workbench.ts";

type Modifier = "Shift" | "ControlOrMeta";

/**
 * A person at a task: every click and key goes through here and is counted. Only what is in sight is clicked; moving the
 * mouse costs nothing, as it does with people.
 */
export class TaskCounter {
  clicks = 0;
  keys = 0;
  readonly #bench: Workbench;
  readonly #begun = performance.now();

  constructor(bench: Workbench) {
    this.#bench = bench;
  }

  async click(target: Locator, modifier?: Modifier): Promise<void> {
    await target.waitFor();
    await this.#bench.settle();
    await target.hover();
    await target.click(modifier === undefined ? {} : { modifiers: [modifier] });
    this.clicks++;
  }

  /** Keys as playwright names them; a chord counts as one. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await this.#bench.settle();
      await this.#bench.page.keyboard.press(key);
      this.keys++;
    }
  }

  async type(text: string): Promise<void> {
    await this.#bench.page.keyboard.type(text);
    this.keys += text.length;
  }

  /** A command by the palette: its key, the letters, and Enter once it is first. */
  async command(letters: string, title: string): Promise<void> {
    await this.press("F1");
    await this.#bench.quickInput.locator("input").first().waitFor();
    await this.type(letters);
    await this.#bench.quickInput.locator(`.monaco-list-row.focused[aria-label^="${title}"]`).waitFor();
    await this.press("Enter");
  }

  /** What it took, for the figures. Seconds hold what the machine took, not how long a person thinks. */
  told(task: string): string {
    const seconds = ((performance.now() - this.#begun) / 1000).toFixed(1);
    const keys = this.keys === 0 ? "" : `, ${this.keys} keys`;
    return `${task}: ${this.clicks} clicks${keys}, ${seconds} s`;
  }
}
