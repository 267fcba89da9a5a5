import { appendFileSync, mkdirSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { isTally, startLine } from "./reporter.ts";

/**
 * Keeps all that a window prints in a file and shows only the tests' own lines: the workbench complains at length of
 * the marketplace, sign-in and natives that it does not have here.
 */
export class TestOutput {
  readonly lines: string[] = [];
  readonly file: string;
  #showing = false;

  constructor(file: string) {
    this.file = file;
    mkdirSync(dirname(file), { recursive: true });
    rmSync(file, { force: true });
  }

  add(line: string): void {
    this.lines.push(line);
    appendFileSync(this.file, `${line}\n`);
    if (isTally(line)) this.#showing = false;
    if (this.#showing) console.log(line);
    if (line === startLine) this.#showing = true;
  }

  get text(): string {
    return this.lines.join("\n");
  }
}
