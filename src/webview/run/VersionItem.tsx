import type { ModelVersion } from "../../core/model/registry.ts";
import { visibleText } from "../../core/model/visibleText.ts";
import { t } from "../ui/l10n.ts";
import { RelativeTime } from "../ui/RelativeTime.tsx";

/** A registered version, with what it is called by. */
export function VersionItem({ version }: { readonly version: ModelVersion }) {
  const { name, aliases, stage, created, description } = version;
  return (
    <li>
      <div class="item-line">
        <strong>{visibleText(name)}</strong>
        <span>{t("version {0}", version.version)}</span>
        {aliases.map((alias) => (
          <span key={alias} class="badge" title={t("Alias")}>
            @{visibleText(alias)}
          </span>
        ))}
        {stage !== "None" && (
          <span class="badge" title={t("Stage")}>
            {visibleText(stage)}
          </span>
        )}
        <span class="dim">
          {t("registered")} {created !== null && <RelativeTime time={created} />}
        </span>
      </div>
      {description !== null && description !== "" && <div class="dim">{visibleText(description)}</div>}
    </li>
  );
}
