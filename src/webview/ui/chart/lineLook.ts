/** How one line of a chart is told from the others: by colour and by dashes, so never by colour alone. */
export interface LineLook {
  /** A CSS variable of the theme. */
  readonly variable: string;
  /** Lengths of dashes and gaps in pixels; empty for a whole line. */
  readonly dash: readonly number[];
}

const VARIABLES = [
  "--vscode-charts-blue",
  "--vscode-charts-orange",
  "--vscode-charts-green",
  "--vscode-charts-purple",
  "--vscode-charts-red",
  // Not yellow: in light themes nothing tells it from orange.
  "--vscode-foreground",
] as const;

const DASHES: readonly (readonly number[])[] = [
  [],
  [7, 4],
  [2, 3],
  [10, 3, 2, 3],
  [14, 5],
  [5, 2],
  [10, 3, 2, 3, 2, 3],
  [2, 6],
  [12, 3, 5, 3],
];

/** Six colours and nine patterns that advance together meet again after so many lines; then one is shifted. */
const ROUND = 18;

/** The look of the n-th run: 54 can be told apart, and the first nine without any colour. */
export function lineLook(index: number): LineLook {
  const shifted = index + Math.floor(index / ROUND);
  return {
    variable: VARIABLES[index % VARIABLES.length] ?? VARIABLES[0],
    dash: DASHES[shifted % DASHES.length] ?? [],
  };
}
