import { isFields } from "../model/fields.ts";
import type { Problem } from "../model/problem.ts";
import { byText } from "../model/text.ts";
import type { Assessment } from "../model/trace.ts";
import { askAll, listAll } from "./batch.ts";
import { decode } from "./bytes.ts";
import { parseNestedYaml } from "./nestedYaml.ts";
import { join, type Scan } from "./scan.ts";
import { yamlReply, yamlRequest } from "./yaml.ts";

/** Reads `assessments/*.yaml` of the traces given, by the trace's folder. */
export function* readAssessments(
  traces: readonly string[],
  problems: Problem[],
): Scan<ReadonlyMap<string, readonly Assessment[]>> {
  const listings = yield* listAll(traces.map((trace) => join(trace, "assessments")));
  const files = traces.flatMap((trace, i) =>
    (listings[i] ?? [])
      .filter(({ name, kind }) => kind === "file" && name.endsWith(".yaml"))
      .map(({ name }) => ({ trace, path: join(trace, `assessments/${name}`) })),
  );
  const byTrace = new Map<string, Assessment[]>();
  yield* askAll(
    files.map(({ path }) => yamlRequest(path)),
    (reply, i) => {
      const { trace, path } = files[i] ?? { trace: "", path: "" };
      const { map, problems: found } =
        reply?.op === "read"
          ? parseNestedYaml(path, decode(reply.data, reply.start, reply.end))
          : { map: null, problems: yamlReply(path, reply).problems };
      problems.push(...found);
      const assessment = map && toAssessment(map);
      if (assessment) byTrace.set(trace, (byTrace.get(trace) ?? []).concat(assessment));
    },
  );
  for (const found of byTrace.values()) found.sort((a, b) => byText(a.name, b.name));
  return byTrace;
}

/** Out of MLflow's own form: the value lies in `feedback`, `expectation` or `issue`; null where there is no name. */
export function toAssessment(map: Readonly<Record<string, unknown>>): Assessment | null {
  const name = map.assessment_name;
  if (typeof name !== "string") return null;
  for (const kind of ["feedback", "expectation"]) {
    const body = map[kind];
    if (isFields(body)) return { name, value: loggedValue(body) };
  }
  const { issue } = map;
  return { name, value: isFields(issue) ? (issue.issue_name ?? null) : null };
}

/** Lists and maps are kept as JSON text. */
function loggedValue(body: Readonly<Record<string, unknown>>): unknown {
  const { serialized_value: serialized } = body;
  if (!isFields(serialized) || typeof serialized.value !== "string") return body.value ?? null;
  try {
    return JSON.parse(serialized.value);
  } catch {
    return serialized.value;
  }
}
