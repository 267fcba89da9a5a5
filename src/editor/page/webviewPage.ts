import { env, l10n, Uri, type Webview } from "vscode";
import type { Port } from "../../protocol/channel.ts";
import { pageHtml } from "../../protocol/html.ts";

/** Which of our pages: its script and style are `dist/webview/NAME.js` and `.css`. */
export type PageName = "run" | "runs";

/** Gives a webview its page. It may load what lies in dist/webview and nothing else; all data comes by message. */
export function showPage(webview: Webview, extension: Uri, name: PageName, title: string): void {
  const root = Uri.joinPath(extension, "dist", "webview");
  const address = (file: string) => webview.asWebviewUri(Uri.joinPath(root, file)).toString();
  webview.options = { enableScripts: true, localResourceRoots: [root] };
  webview.html = pageHtml({
    cspSource: webview.cspSource,
    script: address(`${name}.js`),
    style: address(`${name}.css`),
    title,
    language: env.language,
    strings: translations(),
  });
}

/** Texts in the language of the editor, by their English; empty for English. */
export function translations(): Record<string, string> {
  const texts = Object.entries(l10n.bundle ?? {});
  return Object.fromEntries(texts.map(([key, text]) => [key, typeof text === "string" ? text : String(text)]));
}

export function portOf(webview: Webview): Port {
  return {
    post: (message) => void webview.postMessage(message),
    listen: (receive) => {
      const listening = webview.onDidReceiveMessage(receive);
      return () => listening.dispose();
    },
  };
}
