import type { LoggedModelView, ModelSignature } from "../../core/model/views.ts";
import { visibleText } from "../../core/model/visibleText.ts";
import { CopyButton } from "../ui/copy.tsx";
import { Fold } from "../ui/Fold.tsx";
import { t } from "../ui/l10n.ts";
import { ArtifactTree } from "./artifacts/ArtifactTree.tsx";
import { Columns } from "./Columns.tsx";
import "./ModelItem.css";

interface Props {
  readonly use: "input" | "output";
  readonly shown: LoggedModelView;
  readonly store: string;
  readonly revision: number;
}

/** A logged model: what it is, what it takes and gives, its files. */
export function ModelItem({ use, shown: { id, model, signature }, store, revision }: Props) {
  return (
    <li>
      <div class="item-line">
        <strong>{visibleText(model?.name || id)}</strong>
        <span class="dim">{use === "output" ? t("logged by this run") : t("read by this run")}</span>
        {model === null && <span class="dim">{t("Its folder is not in this store.")}</span>}
        {model !== null && model.status !== "READY" && <span class="badge">{model.status.toLowerCase()}</span>}
        {signature?.flavors.map((flavor) => (
          <span key={flavor} class="badge" title={t("Flavor")}>
            {visibleText(flavor)}
          </span>
        ))}
        <span class="dim mono">{visibleText(id)}</span>
        <CopyButton text={id} label={t("Copy model ID")} />
      </div>
      {signature !== null && signature.inputs.length + signature.outputs.length > 0 && (
        <Signature id={id} signature={signature} />
      )}
      {model !== null && (
        <Fold name={`files ${id}`} summary={t("Files")}>
          {() => <ArtifactTree owner={{ kind: "model", store, modelId: id }} revision={revision} />}
        </Fold>
      )}
    </li>
  );
}

interface SignatureProps {
  readonly id: string;
  readonly signature: ModelSignature;
}

function Signature({ id, signature: { inputs, outputs } }: SignatureProps) {
  return (
    <Fold name={`signature ${id}`} summary={t("Signature: {0} in, {1} out", inputs.length, outputs.length)}>
      {() => (
        <div class="signature">
          {inputs.length > 0 && <Side title={t("Inputs")} columns={inputs} />}
          {outputs.length > 0 && <Side title={t("Outputs")} columns={outputs} />}
        </div>
      )}
    </Fold>
  );
}

function Side({ title, columns }: { readonly title: string; readonly columns: ModelSignature["inputs"] }) {
  return (
    <div>
      <h3>{title}</h3>
      <Columns label={title} columns={columns} />
    </div>
  );
}
