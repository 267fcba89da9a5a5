import { describeSearches } from "./searches.ts";

describeSearches("sqlite");
