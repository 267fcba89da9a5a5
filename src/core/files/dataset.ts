import type { Problem } from "../model/problem.ts";
import type { DatasetInput, ModelOutput } from "../model/run.ts";
import { byText } from "../model/text.ts";
import { join, type Scan } from "./scan.ts";
import { type YamlFile, yamlReply, yamlRequest } from "./yaml.ts";

/** What a run read and made. */
export interface RunLinks {
  readonly datasets: readonly DatasetInput[];
  readonly modelInputs: readonly string[];
  readonly modelOutputs: readonly ModelOutput[];
  readonly problems: readonly Problem[];
}

/** Reads `inputs` and `outputs` of a run, and the datasets of its experiment that they name. */
export function* scanRunLinks(experiment: string, run: string): Scan<RunLinks> {
  const problems: Problem[] = [];
  const inputs = yield* readLinks(join(run, "inputs"), problems);
  const outputs = yield* readLinks(join(run, "outputs"), problems);
  const ofType = (type: string): YamlFile[] => inputs.filter((link) => link.fields.get("source_type") === type);
  const datasets = yield* readDatasets(experiment, ofType("DATASET"), problems);
  return {
    datasets,
    modelInputs: ofType("MODEL").map(sourceOf).sort(),
    modelOutputs: outputs
      .map((link) => ({ modelId: sourceOf(link), step: Number(link.fields.get("step") ?? 0) || 0 }))
      .sort((a, b) => byText(a.modelId, b.modelId)),
    problems,
  };
}

function sourceOf(link: YamlFile): string {
  return link.fields.get("source_id") ?? link.fields.get("destination_id") ?? "";
}

/** The meta.yaml of every sub-folder. */
function* readLinks(folder: string, problems: Problem[]): Scan<YamlFile[]> {
  const [listing] = yield [{ op: "list", path: folder }];
  if (listing?.op !== "list") return [];
  const names = listing.entries.filter((entry) => entry.kind === "folder").map((entry) => entry.name);
  const paths = names.sort().map((name) => join(join(folder, name), "meta.yaml"));
  return (yield* readAll(paths, problems)).filter((link) => link.readable);
}

function* readAll(paths: readonly string[], problems: Problem[]): Scan<YamlFile[]> {
  const replies = yield paths.map(yamlRequest);
  const files = paths.map((path, i) => yamlReply(path, replies[i]));
  for (const file of files) problems.push(...file.problems);
  return files;
}

/** An id as a folder's name; one that would lead elsewhere names nothing. */
function folderName(id: string): string {
  return /^[\w.-]+$/.test(id) && !/^\.+$/.test(id) ? id : "-";
}

/** A dataset that is named but not there is shown by its id: MLflow takes it without complaint. */
function* readDatasets(experiment: string, links: readonly YamlFile[], problems: Problem[]): Scan<DatasetInput[]> {
  const paths = links.map((link) => join(experiment, `datasets/${folderName(sourceOf(link))}/meta.yaml`));
  const ignored: Problem[] = [];
  const files = yield* readAll(paths, ignored);
  problems.push(...ignored.filter((found) => found.code !== "missing"));
  const datasets = links.map((link, i): DatasetInput => {
    const fields = files[i]?.fields;
    return {
      name: fields?.get("name") ?? sourceOf(link),
      digest: fields?.get("digest") ?? "",
      sourceType: fields?.get("source_type") ?? "",
      source: fields?.get("source") ?? "",
      schema: fields?.get("schema") ?? null,
      profile: fields?.get("profile") ?? null,
      tags: link.maps.get("tags") ?? [],
    };
  });
  return datasets.sort((a, b) => byText(a.name, b.name));
}
