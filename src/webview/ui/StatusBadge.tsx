import type { ShownStatus } from "../../core/model/views.ts";
import { Icon } from "./Icon.tsx";
import { STATUS_ICONS, statusHint, statusWord } from "./statusWords.ts";
import "./StatusBadge.css";

interface Props {
  readonly status: ShownStatus;
  /** The picture alone; its word on hover and for screen readers. */
  readonly iconOnly?: boolean;
}

/** A run's status as picture, colour and word: never by colour alone. */
export function StatusBadge({ status, iconOnly = false }: Props) {
  const word = statusWord(status);
  return (
    <span class={`status ${status}`} title={statusHint(status) ?? (iconOnly ? word : undefined)}>
      <Icon name={STATUS_ICONS[status]} />
      <span class={iconOnly ? "unseen" : undefined}>{word}</span>
    </span>
  );
}
