import { decode } from "../../files/bytes.ts";
import type { Entry, Scan } from "../../files/scan.ts";
import { NO_YAML, type YamlFile, yamlReply, yamlRequest } from "../../files/yaml.ts";

/** A metadata file as it lies. */
export interface MetaFacts extends YamlFile {
  readonly path: string;
  readonly present: boolean;
  /** As it stands; empty where it could not be read. */
  readonly text: string;
}

/** Reads a metadata file where its folder, whose entries are given, has one. */
export function* scanMeta(path: string, entries: readonly Entry[]): Scan<MetaFacts> {
  if (!entries.some(({ name }) => name === "meta.yaml")) return { ...NO_YAML, path, present: false, text: "" };
  const [reply] = yield [yamlRequest(path)];
  const text = reply?.op === "read" ? decode(reply.data, reply.start, reply.end) : "";
  return { ...yamlReply(path, reply), path, present: true, text };
}
