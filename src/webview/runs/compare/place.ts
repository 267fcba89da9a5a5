/** Where a row stands, for measuring and for screen readers. */
export interface RowPlace {
  readonly "data-row": number;
  readonly "aria-rowindex": number;
}
