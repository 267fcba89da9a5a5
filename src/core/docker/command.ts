import { shellWords } from "../query/shellWords.ts";
import { type Environment, fill } from "./interpolate.ts";
import { type ShellCommand, shellCommands } from "./shell.ts";
import { itemsOf, type Place, type YamlNode } from "./yamlNode.ts";

/** What a container runs, as words. */
export interface Command {
  readonly words: readonly string[];
  /** Where it is written in the compose file; null where it is the image's own. */
  readonly at: Place | null;
}

/** `command` or `entrypoint` of a compose file, a text that is parted like a shell would or a list; null where there is none. */
export function readCommand(node: YamlNode | undefined, environment: Environment): Command | null {
  if (node === undefined || node.kind === "map") return null;
  if (node.kind === "list") {
    const words = itemsOf(node).flatMap((item) => (item.kind === "text" ? [fill(item.text ?? "", environment)] : []));
    return { words, at: node.at };
  }
  if (node.text === null) return null;
  const words = shellWords(fill(node.text, environment));
  return words === null ? null : { words, at: node.at };
}

/** The simple commands of what a container runs, those of a shell's script one by one. */
export function simpleCommands(
  words: readonly string[],
  folder: string | null,
  environment: Environment,
): readonly ShellCommand[] {
  const [program] = words;
  const flag = words.findIndex((text) => /^-[a-z]*c$/.test(text));
  const script = words[flag + 1];
  if (program !== undefined && /(^|\/)(ba|da|a|z|k)?sh$/.test(program) && flag > 0 && script !== undefined) {
    return shellCommands(script, folder, environment);
  }
  return words.length === 0 ? [] : [{ words, after: "", folder, environment }];
}
