import { commands, ViewColumn } from "vscode";
import { shortId } from "../../core/model/label.ts";
import type { RunRef } from "../../core/model/run.ts";
import type { RunRow } from "../../core/model/views.ts";
import type { Engine } from "../../engine/engine.ts";
import { runUri } from "./runUri.ts";

export interface RunOpening {
  readonly toSide: boolean;
  /** Whether the tab may be replaced by the next one opened so. */
  readonly preview: boolean;
}

export async function openRow(row: Pick<RunRow, "ref" | "label">, { toSide, preview }: RunOpening): Promise<void> {
  const viewColumn = toSide ? ViewColumn.Beside : ViewColumn.Active;
  await commands.executeCommand("vscode.open", runUri(row), { viewColumn, preview });
}

/** Opens a run of which only the place is known. */
export async function openRef(engine: Engine, ref: RunRef, opening: RunOpening): Promise<void> {
  const view = await engine.run(ref);
  await openRow(view?.row ?? { ref, label: shortId(ref.run) }, opening);
}
