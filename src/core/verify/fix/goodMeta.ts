import { decode } from "../../files/bytes.ts";
import { parseYaml } from "../../files/yaml.ts";
import type { GoodMeta } from "../../model/finding.ts";

/** Whether a version of a metadata file is one to go back to. */
export function isGoodMeta(bytes: Uint8Array, { needed, identity }: GoodMeta): boolean {
  const { readable, fields } = parseYaml("meta.yaml", decode(bytes, 0, bytes.length));
  if (!readable || needed.some((key) => !fields.get(key))) return false;
  if (identity === null) return true;
  const key = identity.keys.find((name) => fields.has(name));
  return key !== undefined && fields.get(key) === identity.value;
}
