import { useState } from "preact/hooks";
import type { ArtifactEntry, ArtifactOwner } from "../../../core/model/views.ts";
import { Folder } from "./Folder.tsx";
import { Preview } from "./Preview.tsx";
import "./ArtifactTree.css";

interface Props {
  readonly owner: ArtifactOwner;
  readonly revision: number;
}

/** Folders that open one by one, and beside them what the chosen file holds. */
export function ArtifactTree({ owner, revision }: Props) {
  const [chosen, setChosen] = useState<ArtifactEntry | null>(null);
  const choose = (entry: ArtifactEntry) => setChosen(entry.path === chosen?.path ? null : entry);
  return (
    <div class={chosen === null ? "artifacts" : "artifacts with-preview"}>
      <Folder owner={owner} path="" revision={revision} chosen={chosen?.path ?? null} onChoose={choose} />
      {chosen !== null && <Preview key={chosen.path} owner={owner} entry={chosen} onClose={() => setChosen(null)} />}
    </div>
  );
}
