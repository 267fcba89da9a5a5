/**
 * What the parts of a grid are to those who do not see it. Its rows are not laid out as a table, and a browser then takes
 * `tr` and `td` for nothing in particular.
 */
export const ROWS = { role: "rowgroup" } as const;
export const ROW = { role: "row" } as const;
export const ROW_HEAD = { role: "rowheader" } as const;
export const COLUMN_HEAD = { role: "columnheader" } as const;
export const CELL = { role: "gridcell" } as const;
