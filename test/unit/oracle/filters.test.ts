import { describeRunFilters } from "./runFilters.ts";

describeRunFilters("file");
