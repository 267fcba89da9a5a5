import { scanStamp } from "../../core/files/stamp.ts";
import { decodePart, encodePart, partOf, type TablePart } from "../../core/index/codec.ts";
import { RunTable } from "../../core/index/table.ts";
import type { Problem } from "../../core/model/problem.ts";
import type { RunRecord } from "../../core/model/run.ts";
import type { StoreRef } from "../../core/model/store.ts";
import { Driver, type DriverCalls } from "../disk/driver.ts";
import { fileReader } from "../disk/reader.ts";
import type { PartRequest, VerifiedPart } from "../verify/part/part.ts";
import type { RunVerifier } from "../verify/part/verifyRuns.ts";

/** Some runs of one experiment, by their folders. */
export interface Chunk {
  readonly experiment: string;
  readonly runs: readonly string[];
}

/** What came of reading a chunk. */
export interface ReadChunk {
  /** The runs that were there: as they were read here, or as a thread put them together. */
  readonly found: readonly RunRecord[] | TablePart;
  readonly problems: readonly { readonly run: string; readonly problems: readonly Problem[] }[];
}

/** Digest and newest time of each run of a chunk, in its order; NaN for a run that is gone. */
export interface StampedChunk {
  readonly digests: Float64Array;
  readonly newest: Float64Array;
}

/** The work that is spread over threads: a store's folders are only ever read here. */
export interface ChunkReader {
  read(chunk: Chunk): Promise<ReadChunk>;
  stamp(chunk: Chunk): Promise<StampedChunk>;
  verify(chunk: Chunk, request: PartRequest): Promise<VerifiedPart>;
  /** Whether each file call here waits, so that several chunks should be under way. */
  isSlow(): boolean;
}

/** What a thread hands over: the table as bytes. */
export interface EncodedChunk extends Omit<ReadChunk, "found"> {
  readonly table: Uint8Array<ArrayBuffer>;
}

export function encodeChunk({ found, problems }: ReadChunk): EncodedChunk {
  return { table: encodePart("rows" in found ? found : partOfRecords(found), null), problems };
}

function partOfRecords(records: readonly RunRecord[]): TablePart {
  const table = new RunTable();
  for (const record of records) table.put(record);
  return partOf(table);
}

export function decodeChunk({ table, problems }: EncodedChunk): ReadChunk {
  const part = decodePart(table);
  if (!part) throw new Error("a reader thread sent what is no table");
  return { found: part, problems };
}

/** What is wrong with runs, of those with which something is. */
export function problemsOf(records: readonly RunRecord[]): ReadChunk["problems"] {
  return records
    .filter((record) => record.problems.length > 0)
    .map((record) => ({ run: record.info.folder, problems: record.problems }));
}

export function chunkReader(store: StoreRef, driver = new Driver(store.key), calls?: DriverCalls): ChunkReader {
  const reader = fileReader(store, driver);
  let verifier: Promise<RunVerifier> | null = null;
  return {
    isSlow: () => driver.isSlow,
    async read({ experiment, runs }) {
      const found: RunRecord[] = [];
      for await (const batch of reader.records(experiment, runs)) found.push(...batch);
      return { found, problems: problemsOf(found) };
    },
    async stamp({ experiment, runs }) {
      const digests = new Float64Array(runs.length);
      const newest = new Float64Array(runs.length);
      let at = 0;
      for await (const batch of driver.runAll(
        runs.map((run) => () => scanStamp(experiment, run)),
        64,
      )) {
        for (const stamp of batch) {
          digests[at] = stamp?.digest ?? Number.NaN;
          newest[at++] = stamp?.newest ?? Number.NaN;
        }
      }
      return { digests, newest };
    },
    async verify(chunk, request) {
      // Whoever only reads runs does without.
      verifier ??= import("../verify/part/verifyRuns.ts").then((part) => new part.RunVerifier(store, driver, calls));
      return (await verifier).verify(chunk, request);
    },
  };
}
