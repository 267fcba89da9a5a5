import { faultAt, type Outcome, outcomeOf, type QueryFault } from "../fault.ts";

/** What is asked of one subject, in the terms of MLflow's REST API. */
export interface SearchRequest {
  readonly filter: string;
  readonly orderBy: readonly string[];
  /** Null for as many as MLflow answers then. */
  readonly maxResults: number | null;
  /** As a page before gave it; empty or null for the first. */
  readonly pageToken: string | null;
}

export interface SearchPage<T> {
  readonly items: readonly T[];
  /** Asks for the next page; null on the last. */
  readonly nextPageToken: string | null;
}

export type SearchAnswer<T> = Outcome<SearchPage<T>>;

/** Base64 of `{"offset": N}`, as MLflow writes it. */
export function pageToken(offset: number): string {
  return btoa(`{"offset": ${offset}}`);
}

/** The offset of a page token; characters that are no base64 are read over, as Python does. Throws QueryFault. */
export function offsetOf(token: string | null): number {
  if (token === null || token === "") return 0;
  try {
    const { offset } = JSON.parse(atob(token.replaceAll(/[^A-Za-z0-9+/=]/g, ""))) ?? {};
    const number = typeof offset === "string" && /^\s*\+?\d+\s*$/.test(offset) ? Number(offset) : offset;
    if (typeof number === "number" && number >= 1 && Number.isFinite(number)) return Math.trunc(number);
  } catch {
    // No base64, or no JSON in it.
  }
  throw faultAt(
    "bad-page-token",
    NOWHERE,
    "This page token was not given by a page before: ask for the first page again.",
  );
}

/** Part of a problem that is not of a text. */
const NOWHERE = { from: 0, to: 0 };

/** Refuses a number of results that MLflow refuses; answers the number meant. */
export function checkedMost(asked: number | null, { fallback, least, most }: Bounds): number {
  const number = asked ?? fallback;
  if (number >= least && number <= most) return number;
  throw maxResultsFault(least, most);
}

export interface Bounds {
  readonly fallback: number;
  readonly least: number;
  readonly most: number;
}

function maxResultsFault(least: number, most: number): QueryFault {
  const reason = `max_results is a number ${least === 1 ? "from 1 " : ""}up to ${most}.`;
  return faultAt("max-results", NOWHERE, reason);
}

/** One page of all that was found. */
export function pageOf<T>(all: readonly T[], offset: number, most: number): SearchPage<T> {
  const end = offset + most;
  return { items: all.slice(offset, end), nextPageToken: end < all.length ? pageToken(end) : null };
}

export function answerOf<T>(work: () => SearchPage<T>): SearchAnswer<T> {
  return outcomeOf(work);
}
