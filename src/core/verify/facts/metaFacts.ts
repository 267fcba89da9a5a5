import { decode } from "../../files/bytes.ts";
import { type Entry, failureReason, type Scan } from "../../files/scan.ts";
import { NO_YAML, type YamlFile, yamlReply, yamlRequest } from "../../files/yaml.ts";
import { problem } from "../../model/problem.ts";

/** A metadata file as it lies. */
export interface MetaFacts extends YamlFile {
  readonly path: string;
  readonly present: boolean;
  /** As it stands; empty where it could not be read. */
  readonly text: string;
}

/** Of a metadata file whose folder cannot be listed: nobody knows whether it is there. */
export function unlistedMeta(path: string, code: string): MetaFacts {
  const reason = `lies in a folder that cannot be listed: ${failureReason(code)}`;
  return { ...NO_YAML, path, present: true, text: "", problems: [problem("unreadable", path, reason)] };
}

/** Reads a metadata file where its folder, whose entries are given, has one. */
export function* scanMeta(path: string, entries: readonly Entry[]): Scan<MetaFacts> {
  if (!entries.some(({ name }) => name === "meta.yaml")) return { ...NO_YAML, path, present: false, text: "" };
  const [reply] = yield [yamlRequest(path)];
  const text = reply?.op === "read" ? decode(reply.data, reply.start, reply.end) : "";
  return { ...yamlReply(path, reply), path, present: true, text };
}
