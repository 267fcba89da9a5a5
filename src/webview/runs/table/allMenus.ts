/** Every menu of the table, for one chunk. */
export { filterMenu } from "./filter/filterMenu.ts";
export { columnMenu } from "./header/columnMenu.ts";
export { openRowMenu } from "./openRowMenu.ts";
export { moreMenu } from "./toolbar/moreMenu.ts";
