import { fieldOf } from "../../core/model/fields.ts";
import { visibleText } from "../../core/model/visibleText.ts";
import type { ServerAddress } from "./address.ts";
import { faultOf, ServerFault } from "./fault.ts";

export interface ServerRequest {
  /** Below the prefix, as `/health`. */
  readonly path: string;
  /** Sent as JSON; a GET without it. */
  readonly body?: unknown;
  readonly seconds: number;
  /** Bytes that the answer may have once it is unpacked. */
  readonly limit: number;
}

/** Redirects that are followed, within the server's own origin alone. */
const REDIRECTS = 3;

/** Asks a server once and gives the text of its answer; throws a ServerFault, or what aborted the signal. */
export async function askServer(address: ServerAddress, request: ServerRequest, signal: AbortSignal): Promise<string> {
  const limited = AbortSignal.any([signal, AbortSignal.timeout(request.seconds * 1000)]);
  try {
    let url = new URL(`${address.origin}${address.prefix}${request.path}`);
    for (let left = REDIRECTS; ; left--) {
      const response = await fetch(url, { ...initOf(address, request), redirect: "manual", signal: limited });
      const next = response.status >= 300 && response.status < 400 ? response.headers.get("location") : null;
      if (next === null) return await textOf(response, request.limit);
      await response.body?.cancel();
      url = followed(url, next, left);
    }
  } catch (error) {
    throw faultOf(error, signal, request.seconds);
  }
}

function initOf({ authorization }: ServerAddress, { body }: ServerRequest): RequestInit {
  const headers: Record<string, string> = { Accept: "application/json, text/plain" };
  if (authorization !== null) headers.Authorization = authorization;
  if (body === undefined) return { method: "GET", headers };
  return { method: "POST", headers: { ...headers, "Content-Type": "application/json" }, body: JSON.stringify(body) };
}

function followed(from: URL, location: string, left: number): URL {
  const to = URL.canParse(location, from) ? new URL(location, from) : null;
  if (to?.origin !== from.origin) {
    throw new ServerFault(
      "refused",
      "leads to another address, which is not followed: name that one, if it is the server's",
    );
  }
  if (left === 0) throw new ServerFault("refused", "leads from one of its addresses to the next without an end");
  return to;
}

async function textOf(response: Response, limit: number): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.byteLength;
    // Leaving the loop cancels what is still under way.
    if (length > limit)
      throw new ServerFault("too-large", `answers with more than ${(limit >> 10).toLocaleString("en-US")} KiB`);
    parts.push(part);
  }
  const text = Buffer.concat(parts).toString("utf8");
  if (!response.ok) throw new ServerFault("refused", refusal(response.status, text));
  return text;
}

const LONGEST = 160;

/** What MLflow says of a request that it refuses, in short. */
function refusal(status: number, text: string): string {
  if (status === 401) return "asks for a user and password: set MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD";
  const answer = parsed(text);
  const [code, message] = [fieldOf(answer, "error_code"), fieldOf(answer, "message")];
  const words = [code, message].filter((word) => typeof word === "string" && word !== "").join(": ");
  const short = visibleText(words.split("\n")[0] ?? "")
    .slice(0, LONGEST)
    .trim();
  return `answers ${status}${short === "" ? "" : ` (${short.replace(/[.)]+$/, "")})`}`;
}

/** A value of JSON; undefined where it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
