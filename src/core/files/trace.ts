import type { Problem } from "../model/problem.ts";
import { byText, type KeyValue, textOf } from "../model/text.ts";
import type { Assessment, Trace } from "../model/trace.ts";
import { readAssessments } from "./assessment.ts";
import { readYamls } from "./batch.ts";
import { readKeys } from "./keys.ts";
import { baseName, join, type Scan } from "./scan.ts";
import { TextFolders } from "./texts.ts";
import { toDuration, toInstant } from "./times.ts";
import type { YamlFile } from "./yaml.ts";

export interface TraceScan {
  readonly traces: readonly Trace[];
  readonly problems: readonly Problem[];
}

/** Traces read together. */
const BATCH = 256;

/** Reads traces of an experiment in short: neither their spans nor anything of their artifacts. */
export function* scanTraces(experiment: string, ids: readonly string[]): Scan<TraceScan> {
  const traces: Trace[] = [];
  const problems: Problem[] = [];
  for (let i = 0; i < ids.length; i += BATCH) {
    traces.push(...(yield* scanBatch(experiment, ids.slice(i, i + BATCH), problems)));
  }
  return { traces: traces.sort((a, b) => byText(a.id, b.id)), problems };
}

function* scanBatch(experiment: string, ids: readonly string[], problems: Problem[]): Scan<Trace[]> {
  const folders = ids.map((id) => join(experiment, `traces/${id}`));
  const infos = yield* readYamls(folders.map((folder) => join(folder, "trace_info.yaml")));
  for (const info of infos) problems.push(...info.problems);
  const texts = new TextFolders(problems);
  const keyFolders = folders.flatMap((folder) => [join(folder, "tags"), join(folder, "request_metadata")]);
  yield* readKeys(
    keyFolders.map((folder) => texts.folder(folder)),
    problems,
  );
  const assessments = yield* readAssessments(folders, problems);
  return folders.map((folder, i) =>
    toTrace(experiment, folder, infos[i], {
      tags: texts.of(join(folder, "tags")),
      metadata: texts.of(join(folder, "request_metadata")),
      assessments: assessments.get(folder) ?? [],
    }),
  );
}

interface Details {
  readonly tags: readonly KeyValue[];
  readonly metadata: readonly KeyValue[];
  readonly assessments: readonly Assessment[];
}

/** The keys of 2.x (`request_id`, `timestamp_ms`, `execution_time_ms`, `status`) or of 3.x. */
function toTrace(experiment: string, folder: string, info: YamlFile | undefined, details: Details): Trace {
  const field = (...keys: string[]): string | null => {
    for (const key of keys) {
      const value = info?.fields.get(key);
      if (value) return value;
    }
    return null;
  };
  const { metadata } = details;
  // 2.x has no previews of its own.
  const isOld = field("request_id") !== null;
  return {
    experiment,
    id: field("trace_id", "request_id") ?? baseName(folder),
    experimentId: field("experiment_id") ?? baseName(experiment),
    requestTime: toInstant(field("request_time", "timestamp_ms")),
    durationMs: toDuration(field("execution_duration_ms", "execution_time_ms", "execution_duration")),
    state: field("state", "status") ?? "STATE_UNSPECIFIED",
    requestPreview: isOld ? textOf(metadata, "mlflow.traceInputs") : field("request_preview"),
    responsePreview: isOld ? textOf(metadata, "mlflow.traceOutputs") : field("response_preview"),
    ...details,
  };
}
