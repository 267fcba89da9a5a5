import { describeSearches } from "./searches.ts";

describeSearches("file");
