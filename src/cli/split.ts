import { type ParseArgsConfig, parseArgs } from "node:util";
import { UsageError } from "./usage.ts";

type Options = NonNullable<ParseArgsConfig["options"]>;

/** Options and the rest of a command line; throws UsageError with a sentence that ends in `see`. */
export function splitArguments<const T extends Options>(argv: readonly string[], options: T, see: string) {
  try {
    return parseArgs({ args: [...argv], allowPositionals: true, options });
  } catch (error) {
    // Node says what is wrong in the first sentence, and how its own parser may be told otherwise in the next.
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${message.split(/\. |\n/)[0]?.replace(/\.$/, "")}; ${see}`);
  }
}
