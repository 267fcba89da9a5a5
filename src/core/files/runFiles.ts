import { type Problem, problem } from "../model/problem.ts";
import { isForeign } from "./foreign.ts";
import { type KeyFolder, readAlone, readFound } from "./keys.ts";
import { type FoundKey, KeyWalk, unlisted, withinLimit } from "./keyWalk.ts";
import { LIMITS } from "./limits.ts";
import { Histories, MetricFolder } from "./metricFolder.ts";
import { type Bytes, type Failure, type FilesRequest, join, type Listing, type Scan } from "./scan.ts";
import { TextBudget, TextFolder } from "./texts.ts";
import { type YamlFile, yamlReply } from "./yaml.ts";

/** A longer file is read alone. */
const QUICK = 256 << 10;
const META = "meta.yaml";

/** All files of a run but its artifacts, by one request: they are read as they are handed over. */
export class RunFiles implements FilesRequest {
  readonly op = "files";
  readonly path: string;
  readonly limit = QUICK;
  readonly depth = LIMITS.keyDepth + 1;
  readonly problems: Problem[] = [];
  readonly params: TextFolder;
  readonly tags: TextFolder;
  readonly metrics: MetricFolder;
  /** Empty unless asked for. */
  readonly histories = new Histories();
  /** Null while it was not handed over. */
  meta: YamlFile | null = null;
  /** Whether there may be datasets or models that the run read or made. */
  hasLinks = false;
  #count = 0;
  /** The folder of the last file: its path, the folder of keys that it lies in, and what its keys begin with. */
  #below = "";
  #into: KeyFolder | null = null;
  #prefix = "";
  readonly #long: FoundKey<KeyFolder>[] = [];

  constructor(folder: string, withHistory: boolean) {
    this.path = folder;
    const budget = new TextBudget(this.problems);
    this.params = new TextFolder(join(folder, "params"), budget);
    this.tags = new TextFolder(join(folder, "tags"), budget);
    this.metrics = new MetricFolder(join(folder, "metrics"), this.problems, withHistory ? this.histories.sinkOf : null);
  }

  /** Whether any file was handed over. */
  get isEmpty(): boolean {
    return this.#count === 0 && this.meta === null;
  }

  skips(below: string, name: string): boolean {
    if (below !== "") return below === `${META}/` || isForeign(name);
    if (name === "inputs" || name === "outputs") this.hasLinks = true;
    return name !== META && this.#root(name) === null;
  }

  take(below: string, name: string, file: Bytes | Failure): boolean {
    if (below === "") return this.#takeTop(name, file);
    if (below !== this.#below) this.#enter(below);
    const root = this.#into;
    if (root === null) return true;
    if (!withinLimit(this.#count++, root, this.problems)) return false;
    const key = this.#prefix === "" ? name : this.#prefix + name;
    if (file.op === "failure" && file.code === "too-large") {
      this.#long.push({ root, key, path: join(this.path, below + name) });
    } else root.take(key, file);
    return true;
  }

  fails(path: string, code: string): void {
    const found = unlisted(join(this.path, path), code);
    if (found) this.problems.push(found);
  }

  /** Reads what was left: links, what lies too deep, long files. */
  *finish({ entries }: Listing): Scan<void> {
    if (entries.length === 0 && this.#long.length === 0) return;
    const walk = new KeyWalk<KeyFolder>(this.#count);
    for (const { name, kind } of entries) {
      const slash = name.indexOf("/");
      const root = this.#root(name);
      if (root && slash >= 0) walk.takeEntry(root, { name: name.slice(slash + 1), kind });
      else if (root) this.#misplaced(name);
    }
    yield* walk.run();
    yield* readFound(walk.files);
    yield* readAlone(this.#long);
    this.problems.push(...walk.problems);
  }

  /** The files that follow lie in this folder. */
  #enter(below: string): void {
    this.#below = below;
    this.#into = this.#root(below);
    this.#prefix = below.slice(below.indexOf("/") + 1);
  }

  #takeTop(name: string, file: Bytes | Failure): boolean {
    if (name !== META) this.#misplaced(name);
    else if (file.op === "read" || file.code !== "too-large") this.meta = yamlReply(join(this.path, name), file);
    return true;
  }

  #misplaced(name: string): void {
    this.problems.push(problem("wrong-type", join(this.path, name), "is not a folder and was not read"));
  }

  /** The folder of keys that a path begins with. */
  #root(path: string): KeyFolder | null {
    const slash = path.indexOf("/");
    switch (slash < 0 ? path : path.slice(0, slash)) {
      case "params":
        return this.params;
      case "metrics":
        return this.metrics;
      case "tags":
        return this.tags;
      default:
        return null;
    }
  }
}
