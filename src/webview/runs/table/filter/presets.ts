import { t } from "../../../ui/l10n.ts";

export interface Preset {
  readonly name: string;
  readonly filter: string;
}

/** Filters that everybody needs, in the search language. */
export function presets(): readonly Preset[] {
  return [
    { name: t("Last 24 Hours"), filter: "start_time > -24h" },
    { name: t("Last 7 Days"), filter: "start_time > -7d" },
    { name: t("Failed"), filter: "status = 'FAILED'" },
  ];
}
