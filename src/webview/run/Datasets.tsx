import type { DatasetInput } from "../../core/model/run.ts";
import { visibleText } from "../../core/model/visibleText.ts";
import { CopyButton } from "../ui/copy.tsx";
import { Fold } from "../ui/Fold.tsx";
import { count } from "../ui/format/number.ts";
import { counted, t } from "../ui/l10n.ts";
import { Section } from "../ui/Section.tsx";
import { Columns } from "./Columns.tsx";
import { datasetFacts } from "./datasetFacts.ts";
import "./items.css";

/** What the run read. */
export function Datasets({ datasets }: { readonly datasets: readonly DatasetInput[] }) {
  if (datasets.length === 0) return null;
  return (
    <Section title={t("Datasets")} count={datasets.length}>
      <ul class="items">
        {datasets.map((dataset, index) => (
          <Item key={`${dataset.name} ${dataset.digest} ${index}`} dataset={dataset} />
        ))}
      </ul>
    </Section>
  );
}

function Item({ dataset }: { readonly dataset: DatasetInput }) {
  const { context, rows, columns, source } = datasetFacts(dataset);
  return (
    <li>
      <div class="item-line">
        <strong>{visibleText(dataset.name)}</strong>
        {context !== null && <span class="badge">{visibleText(context)}</span>}
        {rows !== null && <span class="dim">{counted(rows, "{0} row", "{0} rows")}</span>}
        <span class="dim mono" title={t("Digest")}>
          {visibleText(dataset.digest)}
        </span>
      </div>
      {source !== "" && (
        <div class="item-line dim">
          <span class="item-source">{visibleText(source)}</span>
          <CopyButton text={source} label={t("Copy source")} />
        </div>
      )}
      {columns.length > 0 && (
        <Fold name={`columns ${dataset.name} ${dataset.digest}`} summary={t("Columns ({0})", count(columns.length))}>
          {() => <Columns label={t("Columns")} columns={columns} />}
        </Fold>
      )}
    </li>
  );
}
