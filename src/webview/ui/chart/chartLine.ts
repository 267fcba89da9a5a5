/** One line of a chart. */
export interface ChartLine {
  readonly label: string;
  /** Its colour and dashes, the same in every chart of the page. */
  readonly look: number;
}
