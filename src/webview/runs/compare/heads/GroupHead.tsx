import { visibleText } from "../../../../core/model/visibleText.ts";
import { Icon } from "../../../ui/Icon.tsx";

interface Props {
  readonly title: string;
  readonly isFolded: boolean;
  onFold(): void;
}

/** A part's heading, which folds it away. */
export function GroupHead({ title, isFolded, onFold }: Props) {
  return (
    <button type="button" class="group-head" tabIndex={-1} aria-expanded={!isFolded} onClick={onFold}>
      <Icon name="chevron" />
      {visibleText(title)}
    </button>
  );
}
