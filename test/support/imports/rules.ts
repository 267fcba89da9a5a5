/** The house as the design draws it: which floor may stand on which. */
export const FLOORS: Readonly<Record<string, readonly string[]>> = {
  core: ["core"],
  protocol: ["core", "protocol"],
  engine: ["core", "engine"],
  webview: ["core", "protocol", "webview"],
  editor: ["core", "engine", "protocol", "editor"],
  cli: ["core", "engine", "cli"],
  api: ["core", "engine", "api"],
};

/** Folders of core from the ground up; a folder may use those of lower levels, and itself. */
export const CORE_LEVELS: readonly (readonly string[])[] = [
  ["model"],
  ["files", "query", "config"],
  ["artifacts"],
  ["index", "deploy", "docker"],
  ["compare", "rest"],
  ["verify"],
];

/** Floors that run in a browser too, so without Node. */
export const WITHOUT_NODE = ["core", "protocol", "webview"];

/** Packages that core may use. */
export const CORE_PACKAGES = ["js-yaml"];

/** Files that something else than an import starts. */
export const ENTRY_POINTS = [
  /^editor\/extension\.ts$/,
  /^engine\/worker\/(main|shard)\.ts$/,
  /^cli\/main\.ts$/,
  /^webview\/[^/]+\/main\.tsx$/,
  // Declarations for the compiler alone.
  /\.d\.ts$/,
];
