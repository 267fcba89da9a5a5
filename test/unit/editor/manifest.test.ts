import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Command, Context, RUN_EDITOR, RUN_SCHEME, RUNS_PANEL, View } from "../../../src/editor/base/names.ts";

const read = (file: string) => JSON.parse(readFileSync(file, "utf8"));
const manifest = read("package.json");
const { contributes } = manifest;
const texts: Record<string, string> = read("package.nls.json");
const ids = (list: readonly { command: string }[]) => list.map(({ command }) => command).sort();

function sources(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names.filter((name) => /\.tsx?$/.test(name)).map((name) => readFileSync(join(folder, name), "utf8"));
}

describe("package.json", () => {
  it("declares the commands of the enum and no others", () => {
    assert.deepEqual(ids(contributes.commands), Object.values(Command).sort());
  });

  it("gives every command our category", () => {
    for (const command of contributes.commands) assert.equal(command.category, "MLflow Runs", command.command);
  });

  it("names only commands that exist in its menus", () => {
    const known = new Set<string>(Object.values(Command));
    for (const entry of Object.values<{ command?: string }[]>(contributes.menus).flat()) {
      if (entry.command !== undefined) assert.ok(known.has(entry.command), entry.command);
    }
  });

  it("has a text for each of its %keys%, and no text beside them", () => {
    const named = [...JSON.stringify(manifest).matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key ?? "");
    assert.deepEqual([...new Set(named)].sort(), Object.keys(texts).sort());
  });

  it("knows the views, the editor and the panel by the names of the code", () => {
    const views = contributes.views.mlflowRuns.map(({ id }: { id: string }) => id);
    assert.deepEqual(views, Object.values(View));
    assert.equal(contributes.customEditors[0].viewType, RUN_EDITOR);
    assert.equal(contributes.customEditors[0].selector[0].filenamePattern, `${RUN_SCHEME}:/**`);
    assert.ok(manifest.activationEvents.includes(`onWebviewPanel:${RUNS_PANEL}`));
  });

  it("asks in its when clauses for keys that are set", () => {
    const when = [...JSON.stringify(manifest).matchAll(/"when":"([^"]*)"/g)].map(([, clause]) => clause ?? "");
    const known = new Set<string>([...Object.values(Context), ...Object.values(View)]);
    const asked = when.flatMap((clause) => clause.match(/mlflowRuns\.\w+/g) ?? []);
    for (const key of asked) assert.ok(known.has(key), key);
  });

  it("declares the settings that are read, and reads those it declares", () => {
    const code = sources("src/editor").join("\n");
    for (const name of Object.keys(contributes.configuration.properties)) {
      assert.ok(code.includes(`"${name.replace("mlflowRuns.", "")}"`), name);
    }
  });

  it("never searches the whole workspace to be activated", () => {
    for (const event of manifest.activationEvents) assert.ok(!event.includes("*"), event);
  });

  it("restricts every setting that names a path or an address", () => {
    const { restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
    const sensitive = ["mlflowRuns.stores", "mlflowRuns.ui.url", "mlflowRuns.docker.composeFile"];
    assert.deepEqual(restrictedConfigurations, sensitive);
  });

  it("has the pictures that it names", () => {
    const named = JSON.stringify(manifest).match(/media\/[\w.-]+/g) ?? [];
    for (const file of named) assert.ok(existsSync(file), file);
  });
});

describe("l10n/bundle.l10n.json", () => {
  const bundle: Record<string, string> = read("l10n/bundle.l10n.json");
  const code = ["src/core", "src/editor", "src/webview"].flatMap(sources).join("\n");
  const literal = /("(?:[^"\\]|\\.)*")/.source;

  it("has every text of the editor and its pages", () => {
    const single = [...code.matchAll(new RegExp(`\\bt\\(\\s*${literal}`, "g"))].map(([, text]) => text);
    const plural = new RegExp(`\\bcounted\\(\\s*[\\w.]+,\\s*${literal},\\s*${literal}`, "g");
    const both = [...code.matchAll(plural)].flatMap(([, one, many]) => [one, many]);
    assert.ok(single.length > 200 && both.length > 10);
    for (const found of [...single, ...both]) {
      const text: string = JSON.parse(found ?? '""');
      assert.equal(bundle[text], text, text);
    }
  });

  it("has no other", () => {
    for (const text of Object.keys(bundle)) assert.ok(code.includes(JSON.stringify(text)), text);
  });
});
