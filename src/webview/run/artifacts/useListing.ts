import { useEffect, useState } from "preact/hooks";
import type { ArtifactListing, ArtifactOwner } from "../../../core/model/views.ts";
import { t } from "../../ui/l10n.ts";
import { useHost } from "../context.ts";

const UNREAD = { folder: null, uri: "", entries: [], problems: [] } as const;

/** One folder's entries, asked for again with each revision; null until they are there, the former ones meanwhile. */
export function useListing(owner: ArtifactOwner, path: string, revision: number): ArtifactListing | null {
  const host = useHost();
  const [listing, setListing] = useState<ArtifactListing | null>(null);
  const key = JSON.stringify(owner);
  // `owner` is new at each render; `key` says whether it is another one.
  useEffect(() => {
    let late = false;
    host.ask("artifacts", owner, path).then(
      (found) => !late && setListing(found),
      () => !late && setListing({ ...UNREAD, reason: t("This folder could not be read.") }),
    );
    return () => {
      late = true;
    };
  }, [host, key, path, revision]);
  return listing;
}
