import { oracleSuite } from "./oracle.ts";

describe("an export of a file store", () => oracleSuite("file"));
