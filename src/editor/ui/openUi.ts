import { env, Uri, window, workspace } from "vscode";
import { t } from "../base/l10n.ts";
import type { Log } from "../base/log.ts";
import { settings } from "../base/settings.ts";
import { isUp } from "./probe.ts";
import { type Server, serverOfCompose, serverOfUrl } from "./server.ts";
import { startInTerminal } from "./start.ts";

/** Finds the server, asks whether it is up, opens it in the browser or offers to start it. */
export async function openUi(log: Log): Promise<void> {
  const server = await findServer();
  if (server === null) {
    void window.showInformationMessage(
      t("No MLflow server was found: neither a compose file with an MLflow service nor the setting mlflowRuns.ui.url."),
    );
    return;
  }
  const up = await isUp(server.origin);
  log.info(`${server.origin} ${up ? "is up" : "does not answer"}`);
  if (up) await openInBrowser(server);
  else await offerStart(server);
}

async function findServer(): Promise<Server | null> {
  const { uiUrl, composeFile } = settings();
  if (uiUrl !== "") return serverOfUrl(uiUrl);
  const folders = (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === "file");
  return serverOfCompose(
    folders.map(({ uri }) => uri.fsPath),
    composeFile,
  );
}

/**
 * Only the origin goes through `asExternalUri`, which loses or escapes a fragment; the route is appended to the text.
 * `openExternal` takes such a text as it stands, where a Uri would be escaped once more.
 */
async function openInBrowser({ origin, route }: Server): Promise<void> {
  const external = await env.asExternalUri(Uri.parse(origin));
  const address = `${external.toString(true).replace(/\/$/, "")}${route}`;
  await env.openExternal(address as unknown as Uri);
}

async function offerStart(server: Server): Promise<void> {
  const { origin, compose } = server;
  if (compose === null) {
    void window.showWarningMessage(t("MLflow does not answer at {0}.", origin));
    return;
  }
  const sentence = t("MLflow (service {0}) does not answer at {1}.", compose.service, origin);
  if (!workspace.isTrusted) {
    void window.showWarningMessage(`${sentence} ${t("It can be started from here in a trusted workspace only.")}`);
    return;
  }
  const start = t("Start in Terminal");
  if ((await window.showWarningMessage(sentence, start)) === start)
    await startInTerminal(compose.file, compose.service);
}
