import { type ArtifactUri, parseArtifactUri } from "../../artifacts/uri.ts";
import type { FixEdit } from "../../model/finding.ts";
import { counts } from "../counts.ts";
import type { RunCheck } from "../input.ts";
import type { Found, Rule } from "../rule.ts";
import { severities } from "../severities.ts";

export const ADDRESS_FOREIGN: Rule = {
  id: "MLR425",
  area: "artifacts",
  level: "quick",
  title: "Artifacts whose address is another machine's",
  why: "What is here of the files is found here, but MLflow looks for them where they were logged and shows none.",
  mend: "Rewrite the address to the folder where the files lie, if MLflow is to show them on this machine.",
  fix: { title: "Rewrite addresses to the folders beside", isLocal: true },
  severity: severities({ data: "info", mlflow: "warning" }),
};

export const ADDRESS_REFUSED: Rule = {
  id: "MLR426",
  area: "artifacts",
  level: "quick",
  title: "Address of artifacts that is not followed",
  why: "An address that leads upward or hides a separator could lead anywhere on the reader's machine.",
  mend: "Correct artifact_uri to the folder beside meta.yaml.",
  severity: severities({ data: "warning", mlflow: "warning" }),
};

/** Whether a run's address may be followed at all. */
export const checkRunAddress: RunCheck = ({ run }, tell) => {
  const uri = run.meta.fields.get("artifact_uri") ?? "";
  const parsed = uri === "" ? null : parseArtifactUri(uri);
  if (parsed?.kind !== "refused") return;
  const message = `artifact_uri ${parsed.reason}: ${shown(uri)}`;
  tell({ rule: ADDRESS_REFUSED, file: run.meta.path, message });
};

/** Where one address stands and what lies beside it. */
export interface Address {
  readonly file: string;
  readonly key: "artifact_uri" | "artifact_location";
  readonly folder: string;
  readonly uri: string;
}

/** What is known of one experiment's addresses. */
export interface ForeignAddress {
  readonly experiment: string;
  count: number;
  readonly file: string;
  readonly uri: string;
  /** Folders of artifacts, some of them. */
  readonly folders: string[];
  readonly edits: FixEdit[];
}

/** So many folders of an experiment are asked for whether they hold anything. */
const ASKED = 20;

/** Runs and logged models with a folder of artifacts while their address leads elsewhere, counted by experiment. */
export class ForeignAddresses {
  readonly #store: string;
  readonly #byExperiment = new Map<string, ForeignAddress>();

  /** `store` is its absolute path. */
  constructor(store: string) {
    this.#store = store;
  }

  /** `key` of `file`, a meta.yaml, holds the address; `folder` are the artifacts beside it, below the store. */
  add(experiment: string, { file, key, folder, uri }: Address): void {
    if (uri === "" || !isElsewhere(parseArtifactUri(uri), `${this.#store}/${folder}`)) return;
    const value = addressOf(`${this.#store}/${folder}`, uri);
    const edits = [{ kind: "set-field", path: file, key, value } as const];
    this.merge([{ experiment, count: 1, file, uri, folders: [folder], edits }]);
  }

  /** What was found by another part of the work, which comes next in order. */
  merge(others: readonly ForeignAddress[]): void {
    for (const other of others) {
      const known = this.#byExperiment.get(other.experiment);
      if (known === undefined) {
        this.#byExperiment.set(other.experiment, { ...other, folders: [...other.folders], edits: [...other.edits] });
      } else {
        known.count += other.count;
        known.folders.push(...other.folders.slice(0, ASKED - known.folders.length));
        for (const edit of other.edits) known.edits.push(edit);
      }
    }
  }

  all(): readonly ForeignAddress[] {
    return [...this.#byExperiment.values()];
  }

  /** What is to be said of each experiment, where any of these folders holds something. */
  findings(): readonly { readonly found: Found; readonly folders: readonly string[] }[] {
    return [...this.#byExperiment].map(([experiment, { count, file, uri, folders, edits }]) => {
      const others = count === 1 ? "" : `; it is so in ${counts(count - 1, "more place")}`;
      const message = `The address leads to ${rootOf(uri)}${others}.`;
      return { found: { rule: ADDRESS_FOREIGN, file, experiment, message, edits }, folders };
    });
  }
}

/** A folder of this machine, as a URI where the address was one and as a path where it was one. */
function addressOf(folder: string, uri: string): string {
  if (!/^file:/i.test(uri)) return folder;
  const segments = folder
    .split(/[\\/]/)
    .map((segment) => (/^[a-z]:$/i.test(segment) ? segment : encodeURIComponent(segment)));
  return `file://${folder.startsWith("/") ? "" : "/"}${segments.join("/")}`;
}

/** Of a database: experiments whose artifacts are addressed to a place outside of the folder verified. */
export function foreignRoots(locations: readonly string[], folder: string): Found[] {
  const foreign = locations.filter((location) => isOutside(location, folder));
  const [first] = foreign;
  if (first === undefined) return [];
  return [
    {
      rule: ADDRESS_FOREIGN,
      file: "",
      message: `The artifacts of ${counts(foreign.length, "experiment")} are addressed to ${shown(first)}.`,
    },
  ];
}

function isOutside(location: string, folder: string): boolean {
  const uri = parseArtifactUri(location);
  if (location === "" || uri.kind !== "path" || uri.relative || !isElsewhere(uri, folder)) return false;
  return !plainSegments(folder).every((segment, i) => segment === uri.segments[i]);
}

/** Whether an address is a path of a disk, and another than the folder given; servers and buckets are no disk. */
function isElsewhere(uri: ArtifactUri, folder: string): boolean {
  if (uri.kind !== "path" || !(uri.scheme === null || uri.scheme === "file")) return false;
  const own = plainSegments(folder);
  const { segments, relative } = uri;
  const tail = relative ? own.slice(-segments.length) : own;
  return segments.length === 0 || tail.join("/") !== segments.join("/");
}

/** An address without what all have in common: experiment, run and `artifacts`. */
function rootOf(uri: string): string {
  return shown(uri.replace(/[\\/][^\\/]+([\\/]models)?[\\/][^\\/]+[\\/]artifacts[\\/]*$/, ""));
}

/** Without a drive. */
function plainSegments(folder: string): string[] {
  return folder.split(/[\\/]/).filter((segment) => segment !== "" && !/^[a-z]:$/i.test(segment));
}

function shown(uri: string): string {
  return uri.length > 120 ? `${uri.slice(0, 120)}…` : uri;
}
