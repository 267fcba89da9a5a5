/** The search language weighs more than the table: it comes once somebody filters. */
export type Language = typeof import("../../../../core/query/filterBox.ts");

let coming: Promise<Language> | null = null;

export function loadLanguage(): Promise<Language> {
  coming ??= import("../../../../core/query/filterBox.ts");
  return coming;
}
