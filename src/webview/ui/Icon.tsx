/** Drawn on a 16 by 16 grid with one stroke, so that they follow the text's colour in every theme. */
const PATHS = {
  check: "M3 8.5 6.3 12 13 4.5",
  cross: "M4 4l8 8M12 4l-8 8",
  passed: "M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8ZM5.2 8.3l2 2 3.6-4.2",
  failed: "M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8ZM5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4",
  stopped: "M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8ZM6 6h4v4H6Z",
  slash: "M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8ZM3.8 3.8l8.4 8.4",
  clock: "M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8ZM8 4.5V8l2.4 1.6",
  live: "M8 5.6a2.4 2.4 0 1 0 0 4.8 2.4 2.4 0 0 0 0-4.8ZM3.7 3.7a6.1 6.1 0 0 0 0 8.6M12.3 3.7a6.1 6.1 0 0 1 0 8.6",
  warning: "M8 2.2 14.4 13.6H1.6ZM8 6.4v3.4M8 11.4v.6",
  error: "M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8ZM8 4.8v4M8 10.6v.6",
  info: "M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8ZM8 7.4v3.8M8 4.8v.6",
  copy: "M5.5 5.5h7v8h-7ZM3.5 10.5v-8h7",
  star: "M8 1.9l1.9 4 4.3.5-3.2 3 .9 4.3L8 11.5l-3.9 2.2.9-4.3-3.2-3 4.3-.5Z",
  chevron: "M6 3.5 10.5 8 6 12.5",
  up: "M8 13V3M4 7l4-4 4 4",
  down: "M8 3v10M4 9l4 4 4-4",
  left: "M13 8H3M7 4 3 8l4 4",
  right: "M3 8h10M9 4l4 4-4 4",
  folder: "M1.8 13V3.5h4.4L7.7 5h6.5v8Z",
  file: "M3.5 1.8h5.8l3.2 3.2v9.2h-9ZM9 2v3.3h3.3",
  image: "M1.8 2.8h12.4v10.4H1.8ZM2 11.4l3.6-3.6 2.8 2.8 2-2 3.6 3.4M10.4 5.6v.4",
  open: "M9.5 2.5h4v4M13.5 2.5 8 8M11.5 9v4.5h-9v-9H7",
  save: "M8 2v8M4.5 6.8 8 10.3l3.5-3.5M2.5 13.5h11",
  table: "M2 3h12v10H2ZM2 6.5h12M6.5 6.5V13",
  differs: "M3 6h10M3 10h10M10.5 3l-5 10",
  plus: "M8 3v10M3 8h10",
  minus: "M3 8h10",
  flag: "M4 14V2.5M4 3h8.5L10.5 6l2 3H4",
  transpose: "M2.5 6V2.5H13.5V6M2.5 2.5V13.5H6M6 6l7 7M9.5 13.2H13V9.7",
  link: "M6.5 9.5l3-3M7 4.5l1.6-1.6a3.2 3.2 0 0 1 4.5 4.5L11.5 9M9 11.5l-1.6 1.6a3.2 3.2 0 0 1-4.5-4.5L4.5 7",
  compare: "M6.5 2.5h-4v11h4M9.5 2.5h4v11h-4M8 1v14",
  search: "M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM10.3 10.3l3.4 3.4",
} as const;

export type IconName = keyof typeof PATHS;

interface Props {
  readonly name: IconName;
  /** Drawn full rather than as an outline. */
  readonly solid?: boolean;
}

/** A picture beside words: hidden from screen readers, which get the words. */
export function Icon({ name, solid = false }: Props) {
  return (
    <svg class={solid ? "icon solid" : "icon"} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
