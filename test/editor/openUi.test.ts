import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { ConfigurationTarget, commands, env, Uri, window, workspace } from "vscode";
import { Command } from "../../src/editor/base/names.ts";
import { activeApi } from "./api.ts";
import { instead } from "./stubs.ts";

describe("Open MLflow UI", () => {
  let server: Server;
  let origin = "";
  const configure = (url: string | undefined) =>
    workspace.getConfiguration("mlflowRuns").update("ui.url", url, ConfigurationTarget.Global);

  before(async () => {
    await activeApi();
    server = createServer((request, response) => {
      response.writeHead(request.url === "/health" ? 200 : 404).end("OK");
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(async () => {
    await configure(undefined);
    server.closeAllConnections();
    server.close();
  });

  it("gives VS Code the origin alone, and opens what it answers with the route as it stands", async () => {
    await configure(`${origin}/#/experiments/0?a=b c`);
    const asked: string[] = [];
    const opened: unknown[] = [];
    const forward = async (uri: Uri) => {
      asked.push(uri.toString(true));
      return Uri.parse("https://proxy.example/port/5000/");
    };
    const open = async (address: unknown) => {
      opened.push(address);
      return true;
    };
    await instead(env, "asExternalUri", forward, () =>
      instead(env, "openExternal", open as typeof env.openExternal, () => commands.executeCommand(Command.openUi)),
    );
    assert.deepEqual(asked, [`${origin}/`]);
    assert.deepEqual(opened, ["https://proxy.example/port/5000/#/experiments/0?a=b%20c"]);
  });

  it("opens nothing and says so where nobody answers", async () => {
    await configure("http://127.0.0.1:9/");
    const said: string[] = [];
    const say = async (message: string) => void said.push(message);
    const never = async () => assert.fail("nothing is to be opened");
    await instead(window, "showWarningMessage", say as typeof window.showWarningMessage, () =>
      instead(env, "openExternal", never as typeof env.openExternal, () => commands.executeCommand(Command.openUi)),
    );
    assert.deepEqual(said, ["MLflow does not answer at http://127.0.0.1:9."]);
  });

  it("names the server that Verify Data holds against the stores, too; nobody is asked without it", async () => {
    await configure(`${origin}/#/experiments/0`);
    const report = await commands.executeCommand<string>(Command.verify);
    assert.match(report, /MLR802/);
    assert.ok(report.includes(`${origin} answers 404`), report);
    await configure(undefined);
    assert.doesNotMatch(await commands.executeCommand<string>(Command.verify), /MLR8/);
  });
});
