/** Where an MLflow server answers, and what it is told of the asker. */
export interface ServerAddress {
  readonly origin: string;
  /** Path before its own, without a slash at the end; empty for most. */
  readonly prefix: string;
  /** Value of the header `Authorization`; null for none. */
  readonly authorization: string | null;
}

/** The variables that MLflow's own client heeds. */
export interface ServerCredentials {
  readonly MLFLOW_TRACKING_USERNAME?: string | undefined;
  readonly MLFLOW_TRACKING_PASSWORD?: string | undefined;
  readonly MLFLOW_TRACKING_TOKEN?: string | undefined;
}

/**
 * Reads `http(s)://[user:password@]host[:port][/prefix]`; null for anything else. What is in the address comes before what
 * the variables say; neither is part of `origin` or of any message.
 */
export function serverAddress(url: string, credentials: ServerCredentials = {}): ServerAddress | null {
  if (!URL.canParse(url)) return null;
  const { protocol, origin, pathname, username, password } = new URL(url);
  if (protocol !== "http:" && protocol !== "https:") return null;
  const named = username !== "" ? basic(decoded(username), decoded(password)) : stated(credentials);
  return { origin, prefix: pathname.replace(/\/+$/, ""), authorization: named };
}

function stated(credentials: ServerCredentials): string | null {
  const {
    MLFLOW_TRACKING_USERNAME: user,
    MLFLOW_TRACKING_PASSWORD: password,
    MLFLOW_TRACKING_TOKEN: token,
  } = credentials;
  if (user) return basic(user, password ?? "");
  return token ? `Bearer ${token}` : null;
}

function basic(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
