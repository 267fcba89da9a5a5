import path from "node:path";
import type { StoreRef } from "../../../core/model/store.ts";
import { fromTop, type GitPlace, placeOf } from "../../git/place.ts";
import type { GitRunner } from "../../git/runner.ts";

/** A store in its repository. */
export interface StorePlace extends GitPlace {
  /** The folder that Git is run in: the store, or that of a database. */
  readonly folder: string;
  /** What it is asked about there: all of it, or the database. */
  readonly asked: string;
  /** The store from the top of the repository, empty where it is the top. */
  readonly own: string;
}

/** Where a store lies in its repository; null where in none. Rejects as Git does. */
export async function storePlace(
  git: GitRunner,
  { key, kind }: StoreRef,
  signal: AbortSignal | undefined,
): Promise<StorePlace | null> {
  const [folder, asked] = kind === "file" ? [key, "."] : [path.dirname(key), path.basename(key)];
  const place = await placeOf(git, folder, signal);
  return place && { ...place, folder, asked, own: fromTop(place, kind === "file" ? "" : asked) };
}

/** A path from the top as one below the store: empty where the store lies in it, null where it lies elsewhere. */
export function belowStore({ own }: StorePlace, fromTheTop: string): string | null {
  const plain = fromTheTop.replace(/\/$/, "");
  if (own === plain || own.startsWith(`${plain}/`)) return "";
  if (own === "") return fromTheTop;
  return fromTheTop.startsWith(`${own}/`) ? fromTheTop.slice(own.length + 1) : null;
}

/** A path below the store from the top of its repository; `../` leads out of the store. */
export function aboveStore({ own }: StorePlace, below: string): string {
  return path.posix.join(own, below);
}
