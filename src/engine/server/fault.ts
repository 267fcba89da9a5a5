/** Why a server did not answer what it was asked. */
export class ServerFault extends Error {
  readonly kind: "unreachable" | "refused" | "malformed" | "too-large";
  /** A sentence's end: `does not answer within 10 s`. */
  readonly reason: string;

  constructor(kind: ServerFault["kind"], reason: string) {
    super(reason);
    this.name = "ServerFault";
    this.kind = kind;
    this.reason = reason;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: "cannot be reached: nothing listens there",
  ENOTFOUND: "cannot be reached: its name is not known",
  EAI_AGAIN: "cannot be reached: its name cannot be looked up",
  ECONNRESET: "ended the connection before it answered",
  UND_ERR_SOCKET: "ended the connection before it answered",
  EHOSTUNREACH: "cannot be reached: there is no way to its network",
  ENETUNREACH: "cannot be reached: there is no way to its network",
};

/** What `fetch` threw, in a sentence; the interruption of whoever asked is thrown on. */
export function faultOf(error: unknown, signal: AbortSignal, seconds: number): ServerFault {
  if (signal.aborted) throw signal.reason;
  if (error instanceof ServerFault) return error;
  const { name, cause } = error as { readonly name?: string; readonly cause?: unknown };
  if (name === "TimeoutError") return new ServerFault("unreachable", `does not answer within ${seconds} s`);
  const code = codeOf(cause);
  if (/CERT|SELF_SIGNED|TLS|SSL/.test(code)) {
    return new ServerFault("unreachable", `cannot be trusted: its certificate is not accepted (${code})`);
  }
  return new ServerFault("unreachable", REASONS[code] ?? `cannot be reached${code === "" ? "" : ` (${code})`}`);
}

/** Of several addresses tried the first says why. */
function codeOf(cause: unknown): string {
  const { code, errors } = (cause ?? {}) as { readonly code?: unknown; readonly errors?: readonly unknown[] };
  if (typeof code === "string") return code.replace(/[^\w]/g, "").slice(0, 40);
  return errors?.[0] === undefined ? "" : codeOf(errors[0]);
}
