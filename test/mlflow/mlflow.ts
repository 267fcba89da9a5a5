import { type ChildProcess, spawn } from "node:child_process";
import { createInterface, type Interface } from "node:readline";
import type { Dialect } from "../../src/core/query/expression.ts";
import type { Answer, Section } from "../support/mlflow/cases.ts";

export type Answers = Readonly<Record<Dialect, Answer>>;

/** The real MLflow in a process of its own, asked line by line. */
export class Mlflow {
  readonly #child: ChildProcess;
  readonly #lines: AsyncIterator<string>;
  readonly #reader: Interface;

  constructor(python: string) {
    const args = ["-W", "ignore", "test/fixtures/ask_searches.py"];
    this.#child = spawn(python, args, { stdio: ["pipe", "pipe", "inherit"] });
    if (!this.#child.stdout) throw new Error("no output");
    this.#reader = createInterface({ input: this.#child.stdout });
    this.#lines = this.#reader[Symbol.asyncIterator]();
  }

  /** Resolves when both stores are open; answers MLflow's version. */
  async ready(): Promise<string> {
    return JSON.parse(await this.#line()).mlflow;
  }

  async ask(section: Section, asked: object): Promise<Answers> {
    this.#child.stdin?.write(`${JSON.stringify({ ...asked, section })}\n`);
    return JSON.parse(await this.#line());
  }

  /** Ends the process, which removes its copies. */
  async close(): Promise<void> {
    this.#child.stdin?.end();
    if (this.#child.exitCode === null) await new Promise((resolve) => this.#child.once("exit", resolve));
    this.#reader.close();
  }

  async #line(): Promise<string> {
    const { value, done } = await this.#lines.next();
    if (done) throw new Error("MLflow's process ended");
    return value;
  }
}
