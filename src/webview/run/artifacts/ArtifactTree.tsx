import type { ArtifactOwner } from "../../../core/model/views.ts";
import { useKept } from "../../ui/kept.ts";
import { Folder } from "./Folder.tsx";
import { Preview } from "./Preview.tsx";
import "./ArtifactTree.css";

interface Props {
  readonly owner: ArtifactOwner;
  readonly revision: number;
}

/** Folders that open one by one, and beside them what the chosen file holds. */
export function ArtifactTree({ owner, revision }: Props) {
  const name = nameOf(owner);
  // No artifact has an empty path.
  const [chosen, setChosen] = useKept(`preview ${name}`, "");
  const choose = (path: string) => setChosen(path === chosen ? "" : path);
  return (
    <div class={chosen === "" ? "artifacts" : "artifacts with-preview"}>
      <Folder owner={owner} name={name} path="" revision={revision} chosen={chosen} onChoose={choose} />
      {chosen !== "" && <Preview key={chosen} owner={owner} path={chosen} onClose={() => setChosen("")} />}
    </div>
  );
}

/** Unique on a page, which shows the files of one run and of its models. */
function nameOf(owner: ArtifactOwner): string {
  if (owner.kind === "run") return "run";
  return owner.kind === "model" ? owner.modelId : `${owner.name} ${owner.version}`;
}
