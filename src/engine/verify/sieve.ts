import path from "node:path";
import { type Found, isLookedFor, type Rule } from "../../core/verify/rule.ts";
import { type FoundPlace, toFinding, type VerifySettings } from "../../core/verify/settings.ts";
import { type Sifted, Sifter } from "../../core/verify/sifted.ts";
import type { FoundConfig } from "../config/findConfig.ts";

/** Keeps what counts here of what is found. */
export class Sieve {
  readonly #sifter = new Sifter();
  readonly place: FoundPlace;
  readonly settings: VerifySettings;

  constructor(place: FoundPlace, settings: VerifySettings) {
    this.place = place;
    this.settings = settings;
  }

  take(found: Found): void {
    const finding = toFinding(found, this.place, this.settings);
    if (finding !== null) this.#sifter.add(finding);
    else if (this.#isAccepted(found.rule)) this.#sifter.accept();
  }

  /** What was found by another part of the work, which comes next in order. */
  merge(part: Sifted): void {
    this.#sifter.merge(part);
  }

  result(): Sifted {
    return this.#sifter.result();
  }

  /** Whether the config left it out, rather than the target or the level. */
  #isAccepted(rule: Rule): boolean {
    const { only, level, target } = this.settings;
    return (only === null || only.has(rule.id)) && isLookedFor(rule, level) && rule.severity(target) !== null;
  }
}

/** What lies in a folder of a store, or in a database, or beside all stores, as paths below `base`. */
export function placeIn(base: string, folder: string, store: string | null, { file }: FoundConfig): FoundPlace {
  const relative = (from: string): string => path.relative(from, folder).replaceAll("\\", "/");
  const place = { store, prefix: relative(base) };
  return file === null ? place : { ...place, fromConfig: relative(path.dirname(file)) };
}
