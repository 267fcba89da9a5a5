import { Icon } from "../../../ui/Icon.tsx";
import { t } from "../../../ui/l10n.ts";
import type { GroupId } from "../compareGroups.ts";

interface Props {
  readonly id: GroupId;
  readonly isFolded: boolean;
  onFold(): void;
}

/** A part's heading, which folds it away. */
export function GroupHead({ id, isFolded, onFold }: Props) {
  return (
    <button type="button" class="group-head" tabIndex={-1} aria-expanded={!isFolded} onClick={onFold}>
      <Icon name="chevron" />
      {groupTitle(id)}
    </button>
  );
}

export function groupTitle(id: GroupId): string {
  switch (id) {
    case "metrics":
      return t("Metrics");
    case "params":
      return t("Params");
    case "tags":
      return t("Tags");
    case "attributes":
      return t("Attributes");
  }
}
