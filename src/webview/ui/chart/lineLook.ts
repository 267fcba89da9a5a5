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
  "--vscode-charts-yellow",
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

/** The look of the n-th run: 54 can be told apart; the first six are whole lines. */
export function lineLook(index: number): LineLook {
  const colours = VARIABLES.length;
  return {
    variable: VARIABLES[index % colours] ?? VARIABLES[0],
    dash: DASHES[Math.floor(index / colours) % DASHES.length] ?? [],
  };
}
