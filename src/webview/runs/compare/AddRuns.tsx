import { useContext } from "preact/hooks";
import { perform } from "../../ui/announce.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { t } from "../../ui/l10n.ts";
import { IsFile, useHost } from "../context.ts";

/** Asks which runs to add, of any experiment and store; not in a file of its own, which has no others. */
export function AddRuns({ tabIndex }: { readonly tabIndex?: number }) {
  const host = useHost();
  if (useContext(IsFile)) return null;
  return (
    <button type="button" class="text-button" tabIndex={tabIndex} onClick={() => perform(host.ask("pickRuns"))}>
      <Icon name="plus" />
      {t("Add Runs…")}
    </button>
  );
}
