import Mocha from "mocha";

/** How one mocha run ended. */
export interface Tally {
  passed: number;
  failed: number;
}

/** Says that what a program prints from here on is the tests' own. */
export const startLine = "HOST start";

/** True for the line that ends the tests' own output. */
export function isTally(line: string): boolean {
  return tallyPattern.test(line);
}

const tallyPattern = /^HOST (\d+) (\d+)$/m;

/**
 * Mocha's `spec` between a first line and a last one for programs, `HOST passed failed`. A skipped test counts as failed: nothing here is
 * skipped. A test of data that a clone may lack is defined only where the data is.
 */
export class Reporter extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options?: Mocha.MochaOptions) {
    super(runner, options);
    runner.once("start", () => console.log(startLine));
    // A failure that a second try does not repeat is told, so that it is looked for and not forgotten.
    runner.on("retry", (test: Mocha.Test, error: Error) =>
      console.log(`  failed, and is tried once more: ${test.fullTitle()}\n${error.stack ?? error.message}`),
    );
    runner.on("pending", (test) => console.log(`  skipped, which counts as failed: ${test.fullTitle()}`));
    runner.once("end", () => {
      const { passes, failures, pending } = this.stats;
      console.log(`HOST ${passes} ${failures + pending}`);
    });
  }
}

/** The tally that a run printed; a run that died before it could print one has failed once. */
export function readTally(output: string): Tally {
  const found = tallyPattern.exec(output);
  return found === null ? { passed: 0, failed: 1 } : { passed: Number(found[1]), failed: Number(found[2]) };
}
