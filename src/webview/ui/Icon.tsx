import { ICON_PATHS, type IconName } from "./iconPaths.ts";

interface Props {
  readonly name: IconName;
  /** Drawn full rather than as an outline. */
  readonly solid?: boolean;
}

/** A picture beside words: hidden from screen readers, which get the words. */
export function Icon({ name, solid = false }: Props) {
  return (
    <svg class={solid ? "icon solid" : "icon"} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={ICON_PATHS[name]} />
    </svg>
  );
}

export type { IconName };
