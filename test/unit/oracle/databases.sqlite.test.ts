import { oracleSuite } from "./oracle.ts";

describe("an export of a database", () => oracleSuite("sqlite"));
