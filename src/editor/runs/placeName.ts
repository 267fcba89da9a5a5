import type { Engine } from "../../engine/engine.ts";
import type { RunsPlace } from "../../protocol/runs.ts";

/** What a place is called: its experiments by name (null for all of the store), and its store. */
export interface PlaceName {
  readonly experiments: readonly { readonly folder: string; readonly name: string }[] | null;
  readonly storeLabel: string;
}

export async function placeName(engine: Engine, { store, experiments }: RunsPlace): Promise<PlaceName> {
  const [rows, stores] = await Promise.all([engine.experiments(store), engine.stores()]);
  const names = new Map(rows.map(({ folder, name }) => [folder, name]));
  return {
    experiments: experiments?.map((folder) => ({ folder, name: names.get(folder) ?? folder })) ?? null,
    storeLabel: stores.find(({ key }) => key === store)?.label ?? store,
  };
}

/** What a file with the runs of a place is called, without an ending. */
export function fileNameOf({ experiments, storeLabel }: PlaceName): string {
  const [first, ...others] = experiments ?? [];
  return `${first !== undefined && others.length === 0 ? first.name : storeLabel}-runs`;
}
