import { accessSync, constants, createReadStream, createWriteStream, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { partsFolder } from "./folders.ts";
import { installPart } from "./install.ts";

export interface Chromium {
  executable: string;
  env: Record<string, string>;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function onPath(names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

interface TarFs {
  extract(folder: string): NodeJS.WritableStream;
}

/** The package's own code unpacks into a temporary folder that everyone shares; this unpacks beside the package. */
async function unpack(folder: string): Promise<void> {
  const packed = (name: string) => createReadStream(join(folder, "node_modules/@sparticuz/chromium/bin", name));
  const { extract } = createRequire(join(folder, "node_modules/"))("tar-fs") as TarFs;
  const untar = (name: string, target: string) =>
    pipeline(packed(name), createBrotliDecompress(), extract(join(folder, target)));
  await Promise.all([
    pipeline(
      packed("chromium.br"),
      createBrotliDecompress(),
      createWriteStream(join(folder, "chromium"), { mode: 0o755 }),
    ),
    untar("al2023.tar.br", "libraries"),
    untar("fonts.tar.br", "fonts"),
    untar("swiftshader.tar.br", "."),
  ]);
}

/** Fonts of the system and those of the package, for machines that have none. */
function writeFontConfig(folder: string): string {
  const configFolder = join(partsFolder, "fontconfig");
  mkdirSync(configFolder, { recursive: true });
  const folders = ["/usr/share/fonts", "/usr/local/share/fonts", join(folder, "fonts")];
  const lines = folders.map((name) => `  <dir>${name}</dir>`);
  const cache = `  <cachedir>${join(configFolder, "cache")}</cachedir>`;
  const text = ['<?xml version="1.0"?>', "<fontconfig>", ...lines, cache, "</fontconfig>", ""].join("\n");
  writeFileSync(join(configFolder, "fonts.conf"), text);
  return configFolder;
}

async function chromiumFromNpm(): Promise<Chromium> {
  const folder = await installPart("chromium", unpack);
  return {
    executable: join(folder, "chromium"),
    env: { LD_LIBRARY_PATH: join(folder, "libraries/lib"), FONTCONFIG_PATH: writeFontConfig(folder) },
  };
}

/** The machine's own Chromium where there is one, else the one that npm carries. */
export async function findChromium(): Promise<Chromium> {
  const own = onPath(["chromium", "google-chrome", "google-chrome-stable"]);
  return own === undefined ? chromiumFromNpm() : { executable: own, env: {} };
}
