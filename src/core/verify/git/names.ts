import type { Check, Found, Rule } from "../rule.ts";
import type { GitFacts } from "./facts.ts";
import { gitRule } from "./gitRule.ts";
import { experimentOf } from "./paths.ts";

/** A usual place of a clone on Windows: C:\Users\Somebody\Documents\GitHub\name\ */
const CHECKOUT = 40;
/** Characters of a path on Windows, the ending zero left out. */
const LONGEST = 259;

export const CASE_COLLISION = gitRule({
  id: "MLR311",
  title: "Names that differ in nothing but upper and lower case",
  why: "On Windows and macOS they are one file: a clone has one of them only, and the other's value is lost.",
  mend: "Log one of them under another name, and rename or remove it in Git.",
  data: "warning",
});

export const WINDOWS_NAME = gitRule({
  id: "MLR312",
  title: "Name that Windows refuses",
  why: 'Git on Windows refuses the commit with "invalid path" and checks out nothing, or leaves the file out.',
  mend: 'Rename it, if anybody is to clone the repository on Windows: see the characters < > : " | ? * \\, names such as CON or NUL, and spaces or dots at the end.',
  data: "warning",
});

export const WINDOWS_PATH_LONG = gitRule({
  id: "MLR313",
  title: "Path that is too long for Windows",
  why: `Windows takes ${LONGEST} characters unless it is told otherwise; a clone is taken to lie in a folder of ${CHECKOUT}, as C:\\Users\\Somebody\\Documents\\GitHub\\name\\ is.`,
  mend: "Set `git config --system core.longpaths true` on Windows, or log artifacts under shorter names.",
  data: "warning",
});

/** Whether each name in Git can be checked out elsewhere, as it is: said once of each experiment. */
export const checkNames: Check<Pick<GitFacts, "tracked" | "below">> = ({ tracked, below }, tell) => {
  const told = new Groups();
  const names = new FoldedNames();
  const longest = LONGEST - CHECKOUT - (below === "" ? 0 : below.length + 1);
  for (const path of tracked) {
    for (const [name, other] of names.add(path))
      told.add(CASE_COLLISION, name, `It differs from ${other} in nothing but case`);
    for (const name of refusedNames(path))
      told.add(WINDOWS_NAME, name, `Windows refuses the name ${JSON.stringify(last(name))}`);
    if (path.length > longest) {
      const length = path.length - longest + LONGEST;
      told.add(
        WINDOWS_PATH_LONG,
        path,
        `The path has ${length} characters in a folder of ${CHECKOUT}, ${LONGEST} are allowed`,
      );
    }
  }
  for (const found of told.findings()) tell(found);
};

/** Finds names that are one where case does not count. Paths come folder by folder, as Git sorts them: few are kept. */
class FoldedNames {
  readonly #folders: string[] = [];
  /** Names seen in each of these folders, and at the top, as they are compared. */
  readonly #names: Map<string, string>[] = [new Map()];

  /** The path, or the outermost folder that leads to it, with the name seen before that it would fall together with. */
  *add(path: string): Generator<readonly [path: string, other: string]> {
    const segments = path.split("/");
    let depth = 0;
    while (depth < segments.length - 1 && this.#folders[depth] === segments[depth]) depth++;
    this.#folders.length = depth;
    this.#names.length = depth + 1;
    for (const [i, name] of segments.slice(depth).entries()) {
      const other = this.#other(depth + i, name);
      if (other !== null) yield [segments.slice(0, depth + i + 1).join("/"), other];
      if (depth + i === segments.length - 1) return;
      this.#folders.push(name);
      this.#names.push(new Map());
    }
  }

  #other(depth: number, name: string): string | null {
    const key = name.normalize("NFC").toLowerCase();
    const first = this.#names[depth]?.get(key);
    if (first === undefined) this.#names[depth]?.set(key, name);
    return first === undefined || first === name ? null : first;
  }
}

const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?: *\..*| *)$/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what Windows refuses
const CHARACTER = /[<>:"|?*\\\u0000-\u001f]/;

/** Paths up to each name that Windows refuses. */
function refusedNames(path: string): string[] {
  if (!MAY_BE_REFUSED.test(path)) return [];
  const segments = path.split("/");
  return segments.flatMap((name, i) =>
    DEVICE.test(name) || CHARACTER.test(name) || /[. ]$/.test(name) ? [segments.slice(0, i + 1).join("/")] : [],
  );
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what Windows refuses
const MAY_BE_REFUSED = /[<>:"|?*\\\u0000-\u001f]|[. ](?:\/|$)|(?:^|\/)(?:con|prn|aux|nul|com.|lpt.)/i;

/** What is said once of each experiment, the first place speaking for the rest. */
class Groups {
  readonly #groups = new Map<string, { readonly rule: Rule; readonly message: string; readonly paths: Set<string> }>();

  add(rule: Rule, path: string, message: string): void {
    const key = `${rule.id}\n${experimentOf(path)}`;
    const known = this.#groups.get(key) ?? { rule, message, paths: new Set<string>() };
    known.paths.add(path);
    this.#groups.set(key, known);
  }

  *findings(): Generator<Found> {
    for (const { rule, message, paths } of this.#groups.values()) {
      const [file = ""] = paths;
      const experiment = experimentOf(file);
      const more = paths.size === 1 ? "" : `; so it is with ${(paths.size - 1).toLocaleString("en-US")} more here`;
      yield { rule, file, ...(experiment === null ? {} : { experiment }), message: `${message}${more}.` };
    }
  }
}

function last(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
