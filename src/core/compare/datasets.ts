import { schemaColumns } from "../artifacts/schemaColumns.ts";
import type { ComparedDataset, DatasetFacts } from "../model/comparedParts.ts";
import type { DatasetInput } from "../model/run.ts";
import { textOf } from "../model/text.ts";
import type { SignatureColumn } from "../model/views.ts";
import { differs } from "./columns.ts";
import { comparedList, EMPTY_LIST } from "./comparedList.ts";

const SOURCE = 500;

/** Sets the datasets of runs side by side: by name and use; of several alike in one run, the first with the first. */
export function comparedDatasets(runs: readonly (readonly DatasetInput[])[]): readonly ComparedDataset[] {
  const rows = new Map<string, { name: string; context: string; inputs: (DatasetInput | null)[] }>();
  for (const [run, datasets] of runs.entries()) {
    const seen = new Map<string, number>();
    for (const input of datasets) {
      const context = textOf(input.tags, "mlflow.data.context") ?? "";
      const use = JSON.stringify([input.name, context]);
      const nth = (seen.get(use) ?? 0) + 1;
      seen.set(use, nth);
      const inputs = new Array<DatasetInput | null>(runs.length).fill(null);
      const row = rows.get(`${nth}${use}`) ?? { name: input.name, context, inputs };
      row.inputs[run] = input;
      rows.set(`${nth}${use}`, row);
    }
  }
  return [...rows.values()].map(({ name, context, inputs }) => comparedDataset(name, context, inputs));
}

function comparedDataset(name: string, context: string, inputs: readonly (DatasetInput | null)[]): ComparedDataset {
  const digests = inputs.map((input) => input?.digest ?? null);
  const areSame = !differs(digests);
  const columns = areSame ? EMPTY_LIST : comparedColumns(inputs.map((input) => input && schemaColumns(input.schema)));
  return { name, context, values: inputs.map((input) => input && factsOf(input)), differs: !areSame, columns };
}

/** Columns of schemas by name, each with its type; one without a name by its place. */
export function comparedColumns(lists: readonly (readonly SignatureColumn[] | null)[]) {
  return comparedList(
    lists.map(
      (list) => list?.map(({ name, type }, i) => ({ key: name === "" ? `#${i + 1}` : name, value: type })) ?? null,
    ),
  );
}

function factsOf({ digest, sourceType, source, profile }: DatasetInput): DatasetFacts {
  const cut = source.length > SOURCE ? `${source.slice(0, SOURCE)}…` : source;
  return { digest, sourceType, source: cut, rows: rowsIn(profile) };
}

function rowsIn(profile: string | null): number | null {
  const rows = /"num_rows"\s*:\s*(\d{1,15})\b/.exec(profile ?? "")?.[1];
  return rows === undefined ? null : Number(rows);
}
