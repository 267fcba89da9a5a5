import { EditRefused, withField } from "../../files/runEdit.ts";
import { parseYaml } from "../../files/yaml.ts";
import { bytesOf, textOf } from "./text.ts";

/** A metadata file with one key set, all else as it stands. Throws EditRefused where that is not for sure. */
export function withMetaField(bytes: Uint8Array, key: string, value: string): Uint8Array {
  const text = textOf(bytes);
  if (parseYaml("meta.yaml", text).fields.get(key) === value) return bytes;
  try {
    const mark = text.startsWith(MARK) ? MARK : "";
    return bytesOf(mark + withField(text.slice(mark.length), key, value));
  } catch (error) {
    if (!(error instanceof EditRefused)) throw error;
    throw new EditRefused(`The file is written in an unusual way: correct ${key} by hand.`);
  }
}

/** The mark of byte order, which belongs to no key. */
const MARK = "\ufeff";
