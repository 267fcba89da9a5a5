import { request } from "node:http";
import { request as secureRequest } from "node:https";

const LIMIT_MS = 2000;

/** Whether MLflow answers there: `/health` since 1.x, else `/version`. Asked from here, never from a webview. */
export async function isUp(origin: string): Promise<boolean> {
  return (await answers(origin, "/health")) || (await answers(origin, "/version"));
}

function answers(origin: string, path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const url = new URL(path, origin);
    const ask = url.protocol === "https:" ? secureRequest : request;
    const asked = ask(url, { method: "GET", signal: AbortSignal.timeout(LIMIT_MS) }, (response) => {
      response.destroy();
      resolve(response.statusCode === 200);
    });
    asked.on("error", () => resolve(false));
    asked.end();
  });
}
