import { readFile } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { build } from "esbuild";
import { pageHtml } from "../../../src/protocol/html.ts";
import { THEME_NAMES, type ThemeName, themeCss } from "./variables.ts";

export interface PageServer {
  /** `http://127.0.0.1:PORT/run?sample=typical&theme=dark`. */
  address(page: "run" | "runs", sample: string, theme?: ThemeName): string;
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript",
  ".css": "text/css",
  ".map": "application/json",
};

/** The pages of dist/webview in a plain browser: the shell and policy of the product, sample data, themes of VS Code. */
export async function servePages(dist = "dist/webview"): Promise<PageServer> {
  const host = await bundleHost();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", `http://${request.headers.host}`);
    answer(url, host, dist, response).catch(() => send(response, 404, "text/plain", "not found"));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    address: (page, sample, theme = "light") => `http://127.0.0.1:${port}/${page}?sample=${sample}&theme=${theme}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

async function answer(url: URL, host: string, dist: string, response: ServerResponse): Promise<void> {
  const name = url.pathname.slice(1);
  if (name === "run" || name === "runs") send(response, 200, "text/html", html(name, url));
  else if (name === "host.js") send(response, 200, "text/javascript", host);
  else if (name === "theme.css") send(response, 200, "text/css", themeCss(themeOf(url)));
  else if (name === "favicon.ico") send(response, 204, "image/x-icon", "");
  else if (/^[\w.-]+$/.test(name))
    send(response, 200, TYPES[extname(name)] ?? "text/plain", await readFile(join(dist, name)));
  else send(response, 404, "text/plain", "not found");
}

function html(page: string, url: URL): string {
  const shell = pageHtml({
    cspSource: url.origin,
    script: `/${page}.js`,
    style: `/${page}.css`,
    title: page,
    language: "en",
    strings: {},
  });
  return shell
    .replace("<link", `<link rel="stylesheet" href="/theme.css?theme=${themeOf(url)}">\n<link`)
    .replace("<script", '<script type="module" src="/host.js"></script>\n<script');
}

function themeOf(url: URL): ThemeName {
  return THEME_NAMES.find((name) => name === url.searchParams.get("theme")) ?? "light";
}

async function bundleHost(): Promise<string> {
  const entryPoints = ["test/ui/pages/fakeHost.ts"];
  const { outputFiles } = await build({ entryPoints, bundle: true, write: false, format: "esm", platform: "browser" });
  return outputFiles[0]?.text ?? "";
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, { "content-type": `${type}; charset=utf-8`, "cache-control": "no-store" }).end(body);
}
