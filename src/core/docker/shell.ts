import { type Environment, fill, isKnown } from "./interpolate.ts";

/** One command of a script: its words, and what of it was set for the command alone. */
export interface ShellCommand {
  readonly words: readonly string[];
  /** The operator before it: empty for the first and behind `;` or a line's end. */
  readonly after: "" | "&&" | "||" | "|" | "&";
  /** Folder it runs in and variables it sees, as far as the script itself says. */
  readonly folder: string | null;
  readonly environment: Environment;
}

/** A piece of a script: a continued line, an operator, a comment, blanks, or a part of a word. */
const PIECE =
  /\\\r?\n|(&&|\|\||[;|&()\n])|([ \t\r]+)|"((?:[^"\\]|\\[\s\S])*)"|'([^']*)'|\\([\s\S])|([^ \t\r\n;|&()"'\\]+)/y;

/** Commands of one script that are looked at: more than anybody writes into a compose file. */
const MOST = 500;

/**
 * The commands of a POSIX shell script as text: lines, `&&`, `||`, `;` and pipes part them, a backslash at a line's end
 * continues it, `cd`, `export` and assignments count for what follows. Nothing is run; of a quote that is never closed
 * the commands before it are kept.
 */
export function shellCommands(script: string, folder: string | null, environment: Environment): ShellCommand[] {
  const reader = new ScriptReader(folder, environment);
  for (let at = 0; at < script.length && reader.commands.length < MOST; ) {
    PIECE.lastIndex = at;
    const found = PIECE.exec(script);
    if (found === null) break;
    const isComment = found[6]?.startsWith("#") === true && !reader.isInWord;
    const lineEnd = isComment ? script.indexOf("\n", at) : PIECE.lastIndex;
    if (!isComment) reader.take(found);
    at = lineEnd < 0 ? script.length : lineEnd;
  }
  reader.end(";");
  return reader.commands;
}

class ScriptReader {
  readonly commands: ShellCommand[] = [];
  isInWord = false;
  #words: string[] = [];
  #after: ShellCommand["after"] = "";
  #folder: string | null;
  #environment: Environment;

  constructor(folder: string | null, environment: Environment) {
    this.#folder = folder;
    this.#environment = environment;
  }

  /** One piece; a continued line has no group. */
  take([, operator, blanks, double, single, kept, plain]: readonly (string | undefined)[]): void {
    if (operator !== undefined) this.end(operator);
    else if (blanks !== undefined) this.isInWord = false;
    else if (double !== undefined) this.#add(inDoubleQuotes(double), true);
    else if (plain !== undefined) this.#add(plain, true);
    else if (single !== undefined || kept !== undefined) this.#add(single ?? kept ?? "", false);
  }

  #add(text: string, isFilled: boolean): void {
    const before = this.isInWord ? (this.#words.pop() ?? "") : "";
    this.#words.push(before + (isFilled ? fill(text, this.#environment) : text));
    this.isInWord = true;
  }

  end(operator: string): void {
    this.isInWord = false;
    if (this.#words.length > 0) this.#take(this.#words);
    if (this.#words.length > 0 || operator !== "\n") this.#after = AFTER.get(operator) ?? "";
    this.#words = [];
  }

  /** Assignments in front of a command are of the command; alone, or behind `export`, of all that follow. */
  #take(words: readonly string[]): void {
    const isExport = words[0] === "export";
    const rest = isExport ? words.slice(1) : words;
    const named = rest.findIndex((text) => !/^[A-Za-z_]\w*=/.test(text));
    const assigned = (named < 0 ? rest : rest.slice(0, named)).map((text) => {
      const at = text.indexOf("=");
      return [text.slice(0, at), text.slice(at + 1)] as const;
    });
    const environment: Environment = { ...this.#environment, ...Object.fromEntries(assigned) };
    if (isExport || named < 0) {
      this.#environment = environment;
      return;
    }
    const command = rest.slice(named);
    if (command[0] === "cd") this.#folder = within(this.#folder, command[1]);
    this.commands.push({ words: command, after: this.#after, folder: this.#folder, environment });
  }
}

const AFTER: ReadonlyMap<string, ShellCommand["after"]> = new Map([
  ["&&", "&&"],
  ["||", "||"],
  ["|", "|"],
  ["&", "&"],
]);

/** A backslash keeps a quote, a backslash, a backtick, and takes a line's end away. */
function inDoubleQuotes(text: string): string {
  return text.replace(/\\(\r?\n|["\\`])/g, (_, kept: string) => (kept.endsWith("\n") ? "" : kept));
}

function within(folder: string | null, to: string | undefined): string | null {
  if (to === undefined || !isKnown(to)) return null;
  if (to.startsWith("/")) return to;
  return folder === null ? null : `${folder.replace(/\/$/, "")}/${to}`;
}
