import { describeRunFilters } from "./runFilters.ts";

describeRunFilters("sqlite");
