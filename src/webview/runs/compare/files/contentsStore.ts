import { haveEqualSizes } from "../../../../core/compare/runFile.ts";
import type { ComparedFile, FileContents } from "../../../../core/model/comparedFiles.ts";

/** Requests under way at once. */
const IN_FLIGHT = 4;

/** Which files at a path hold the same bytes, asked for when it is first wanted: so for rows on screen alone. */
export class ContentsStore {
  readonly #ask: (file: ComparedFile) => Promise<FileContents>;
  readonly #changed: () => void;
  readonly #known = new Map<string, FileContents | null>();
  readonly #waiting: ComparedFile[] = [];
  #underWay = 0;

  constructor(ask: (file: ComparedFile) => Promise<FileContents>, changed: () => void) {
    this.#ask = ask;
    this.#changed = changed;
  }

  /** Null until it is known, and where there is nothing to find out. */
  of(file: ComparedFile): FileContents | null {
    const known = this.#known.get(file.path);
    if (known !== undefined) return known;
    this.#known.set(file.path, null);
    if (haveEqualSizes(file.files)) {
      this.#waiting.push(file);
      // After this rendering, which reads and must not change anything.
      queueMicrotask(() => this.#next());
    }
    return null;
  }

  #next(): void {
    const file = this.#underWay < IN_FLIGHT ? this.#waiting.shift() : undefined;
    if (file === undefined) return;
    this.#underWay++;
    const settle = (contents: FileContents): void => {
      this.#underWay--;
      this.#known.set(file.path, contents);
      this.#changed();
      this.#next();
    };
    this.#ask(file).then(settle, () => settle([]));
  }
}
