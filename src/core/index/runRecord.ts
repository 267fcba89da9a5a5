import { CONTEXT_TAG, RUN_STATUSES, type RunRecord } from "../model/run.ts";
import type { KeyValue } from "../model/text.ts";
import type { Cells, Ends, RunTable } from "./table.ts";

/**
 * A run as its row tells it: texts up to where they are kept, datasets without schema and source, no models, no problems.
 */
export function recordOfRow(table: RunTable, row: number): RunRecord {
  const { rows, strings } = table;
  const text = (code: number): string => (code < 0 ? "" : strings.text(code));
  const time = (value: number): number | null => (Number.isNaN(value) ? null : value);
  const experiment = text(rows.experiment.at(row));
  return {
    info: {
      experiment,
      folder: text(rows.folder.at(row)),
      id: text(rows.id.at(row)),
      experimentId: experiment,
      name: rows.name.at(row) < 0 ? null : text(rows.name.at(row)),
      status: RUN_STATUSES[rows.status.at(row)] ?? "RUNNING",
      lifecycle: table.isDeleted(row) ? "deleted" : "active",
      start: time(rows.start.at(row)),
      end: time(rows.end.at(row)),
      user: text(rows.user.at(row)),
      artifactUri: table.artifactUri(row),
      readable: table.isReadable(row),
    },
    params: keyValues(table, row, "paramsEnd", "paramKey", "paramValue"),
    tags: keyValues(table, row, "tagsEnd", "tagKey", "tagValue"),
    metrics: metricsOf(table, row),
    datasets: datasetsOf(table, row),
    modelInputs: [],
    modelOutputs: [],
    problems: [],
  };
}

function indices([from, to]: readonly [number, number]): readonly number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}

function keyValues(
  table: RunTable,
  row: number,
  ends: Ends,
  key: keyof Cells,
  value: keyof Cells,
): readonly KeyValue[] {
  const { cells, strings } = table;
  return indices(table.range(row, ends)).map((at) => ({
    key: strings.text(cells[key].at(at)),
    value: strings.text(cells[value].at(at)),
  }));
}

function metricsOf(table: RunTable, row: number): RunRecord["metrics"] {
  const { cells, strings } = table;
  return indices(table.range(row, "metricsEnd")).map((at) => ({
    key: strings.text(cells.metricKey.at(at)),
    last: { value: cells.last.at(at), timestamp: cells.timestamp.at(at), step: cells.step.at(at) },
    first: cells.first.at(at),
    min: cells.min.at(at),
    max: cells.max.at(at),
    count: cells.count.at(at),
  }));
}

function datasetsOf(table: RunTable, row: number): RunRecord["datasets"] {
  const { cells, strings } = table;
  return indices(table.range(row, "datasetsEnd")).map((at) => {
    const context = cells.datasetContext.at(at);
    return {
      name: strings.text(cells.datasetName.at(at)),
      digest: strings.text(cells.datasetDigest.at(at)),
      sourceType: "",
      source: "",
      schema: null,
      profile: null,
      tags: context < 0 ? [] : [{ key: CONTEXT_TAG, value: strings.text(context) }],
    };
  });
}
