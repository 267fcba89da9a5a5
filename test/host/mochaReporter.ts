import { Reporter } from "./reporter.ts";

// `mocha --reporter FILE` wants the class itself as the module.
module.exports = Reporter;
