import type { ArtifactOwner } from "../../../core/model/views.ts";
import { perform } from "../../ui/announce.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { t } from "../../ui/l10n.ts";
import { Section } from "../../ui/Section.tsx";
import { useHost } from "../context.ts";
import { ArtifactTree } from "./ArtifactTree.tsx";
import { useListing } from "./useListing.ts";

interface Props {
  readonly owner: ArtifactOwner;
  readonly revision: number;
}

/** A run's files; left out where it has none, and where they cannot be found that is said. */
export function Artifacts({ owner, revision }: Props) {
  const host = useHost();
  const listing = useListing(owner, "", revision);
  if (listing === null) return null;
  if (listing.entries.length === 0 && listing.reason === null) return null;
  const tools = listing.entries.length > 0 && (
    <>
      <button type="button" class="text-button" onClick={() => perform(host.ask("revealArtifact", owner, ""))}>
        <Icon name="folder" />
        {t("Reveal")}
      </button>
      <button type="button" class="text-button" onClick={() => perform(host.ask("saveArtifact", owner, ""))}>
        <Icon name="save" />
        {t("Save All As…")}
      </button>
    </>
  );
  return (
    <Section title={t("Artifacts")} tools={tools}>
      <ArtifactTree owner={owner} revision={revision} />
    </Section>
  );
}
