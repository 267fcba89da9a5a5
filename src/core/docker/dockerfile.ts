import type { Command } from "./command.ts";
import { execWords, type Instruction, instructions } from "./dockerfileLines.ts";
import { type Environment, fill, isKnown } from "./interpolate.ts";
import { normalised } from "./mounts.ts";
import { type ShellCommand, shellCommands } from "./shell.ts";

/** What the last stage of a Dockerfile (or the one asked for) says of the containers made from it. */
export interface Dockerfile {
  /** The image that it starts from, earlier stages followed. */
  readonly image: string;
  readonly folder: string | null;
  readonly environment: Environment;
  readonly entrypoint: Command | null;
  readonly command: Command | null;
  readonly healthCheck: { readonly words: readonly string[]; readonly isShell: boolean; readonly line: number } | null;
  /** The commands of RUN, over all stages it is made of. */
  readonly runs: readonly ShellCommand[];
  /** What COPY and ADD bring, and where to; null where that cannot be told. */
  readonly copied: readonly { readonly from: readonly string[]; readonly to: string | null }[];
}

interface Stage extends Dockerfile {
  readonly name: string;
}

export interface DockerfileOptions {
  /** The stage that is built; null for the last. */
  readonly target: string | null;
  readonly args: Environment;
  /** The folder that containers of an image start in; null where it is not known. */
  readonly folderOf: (image: string) => string | null;
}

/** Reads a Dockerfile; null where it names no image. */
export function readDockerfile(text: string, options: DockerfileOptions): Dockerfile | null {
  const reader = new StageReader(options);
  for (const instruction of instructions(text)) {
    if (instruction.keyword === "FROM" && reader.isDone) break;
    reader.take(instruction);
  }
  return reader.stages.at(-1) ?? null;
}

class StageReader {
  readonly stages: Stage[] = [];
  readonly #options: DockerfileOptions;
  #args: Environment;

  constructor(options: DockerfileOptions) {
    this.#options = options;
    this.#args = options.args;
  }

  /** Whether the stage asked for is read. */
  get isDone(): boolean {
    return this.stages.some(({ name }) => name !== "" && name === this.#options.target);
  }

  take(instruction: Instruction): void {
    const last = this.stages.at(-1);
    const scope = { ...this.#args, ...last?.environment };
    if (instruction.keyword === "ARG") this.#arg(instruction.rest, scope);
    else if (instruction.keyword === "FROM") this.#from(instruction.rest);
    else if (last !== undefined) this.stages.splice(-1, 1, instructed(last, instruction, scope));
  }

  #arg(rest: string, scope: Environment): void {
    const [name, value] = splitOnce(rest, "=");
    if (value === undefined || Object.hasOwn(this.#options.args, name)) return;
    this.#args = { ...this.#args, [name]: unquoted(fill(value, scope)) };
  }

  #from(rest: string): void {
    const [first = "", as = "", given = ""] = rest.split(/\s+/).filter((word) => !word.startsWith("--"));
    const image = fill(first, this.#args);
    const name = /^as$/i.test(as) ? given : "";
    const base = this.stages.find((stage) => stage.name !== "" && stage.name === image);
    this.stages.push(base === undefined ? newStage(name, image, this.#options.folderOf(image)) : { ...base, name });
  }
}

function newStage(name: string, image: string, folder: string | null): Stage {
  const nothing = { environment: {}, entrypoint: null, command: null, healthCheck: null, runs: [], copied: [] };
  return { name, image, folder, ...nothing };
}

function instructed(stage: Stage, { keyword, rest, line }: Instruction, scope: Environment): Stage {
  switch (keyword) {
    case "WORKDIR": {
      return { ...stage, folder: within(stage.folder, unquoted(fill(rest, scope))) };
    }
    case "ENV":
      return { ...stage, environment: { ...stage.environment, ...readEnv(rest, scope) } };
    case "RUN":
      return { ...stage, runs: [...stage.runs, ...shellCommands(asScript(rest), stage.folder, scope)].slice(0, 1000) };
    case "COPY":
    case "ADD": {
      const words = (execWords(rest) ?? rest.split(/\s+/)).map((word) => fill(word, scope));
      const copied = { from: words.slice(0, -1), to: within(stage.folder, words.at(-1) ?? "") };
      return { ...stage, copied: [...stage.copied, copied].slice(0, 1000) };
    }
    case "ENTRYPOINT":
      return { ...stage, entrypoint: commandOf(rest), command: null };
    case "CMD":
      return { ...stage, command: commandOf(rest) };
    case "HEALTHCHECK":
      return { ...stage, healthCheck: healthCheckOf(rest, line) };
    default:
      return stage;
  }
}

function healthCheckOf(rest: string, line: number): Dockerfile["healthCheck"] {
  const found = /^(?:--[\w-]+=\S+\s+)*CMD\s+(.*)$/s.exec(rest);
  if (found === null) return null;
  const words = execWords(found[1] ?? "");
  return words === null ? { words: [found[1] ?? ""], isShell: true, line } : { words, isShell: false, line };
}

/** The shell form is run by `/bin/sh -c`. */
function commandOf(rest: string): Command {
  const words = execWords(rest);
  const at = null;
  return words === null ? { words: ["/bin/sh", "-c", rest], at } : { words: words, at };
}

/** RUN in its exec form, or with `--mount=…` in front of it. */
function asScript(rest: string): string {
  const bare = rest.replace(/^(--\w+=\S+\s+)+/, "");
  return (
    execWords(bare)
      ?.map((word) => JSON.stringify(word))
      .join(" ") ?? bare
  );
}

function readEnv(rest: string, scope: Environment): Environment {
  if (!/^\w+=/.test(rest)) {
    const [name = "", value = ""] = splitOnce(rest, " ");
    return { [name]: unquoted(fill(value.trim(), scope)) };
  }
  const pairs = rest.matchAll(/(?<!\w)(\w+)=("(?:[^"\\]|\\.)*"|'[^']*'|\S*)/g);
  return Object.fromEntries([...pairs].map(([, name, value = ""]) => [name, fill(unquoted(value), scope)]));
}

/** A path as it counts from a folder of the image. */
function within(folder: string | null, path: string): string | null {
  if (!isKnown(path) || (folder === null && !path.startsWith("/"))) return null;
  return `/${normalised(path.startsWith("/") ? path : `${folder}/${path}`)}`.replace(/\/\.$/, "/");
}

function splitOnce(text: string, by: string): [string, string | undefined] {
  const at = text.indexOf(by);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + by.length)];
}

function unquoted(text: string): string {
  return /^(["'])(.*)\1$/s.exec(text.trim())?.[2] ?? text.trim();
}
