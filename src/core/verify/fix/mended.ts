import { withComposeItem } from "../../docker/composeItem.ts";
import { EditRefused } from "../../files/runEdit.ts";
import type { ComposeItem, Rewrite } from "../../model/finding.ts";
import { withMetaField } from "./field.ts";
import { withPlainEnds } from "./lineEnds.ts";
import { withoutBlanks, withoutRepeats, withoutTornLine } from "./metricLines.ts";
import { withLine } from "./text.ts";

/**
 * What a file becomes: each change finds by itself what is to be mended, so that a file where it is not there any more
 * comes out as it went in, and several changes of one file follow each other. Throws EditRefused.
 */
export function mended(bytes: Uint8Array, rewrites: readonly Rewrite[]): Uint8Array {
  const after = rewrites.reduce(rewritten, bytes);
  if (after.length > 0 || bytes.length === 0) return after;
  throw new EditRefused("Nothing would be left of the file: restore it from Git, or remove it.");
}

function rewritten(bytes: Uint8Array, rewrite: Rewrite): Uint8Array {
  switch (rewrite.kind) {
    case "drop-repeats":
      return withoutRepeats(bytes);
    case "drop-blank":
      return withoutBlanks(bytes);
    case "cut-last":
      return withoutTornLine(bytes);
    case "line-ends":
      return withPlainEnds(bytes);
    case "set-field":
      return withMetaField(bytes, rewrite.key, rewrite.value);
    case "add-line":
      return withLine(bytes, rewrite.line);
    case "compose-item":
      return inCompose(bytes, rewrite);
  }
}

function inCompose(bytes: Uint8Array, item: ComposeItem): Uint8Array {
  const after = withComposeItem(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes), item);
  if (after !== null) return new TextEncoder().encode(after);
  throw new EditRefused(
    `It is not written so that ${item.list} can be added to: write ${JSON.stringify(item.item)} by hand.`,
  );
}
