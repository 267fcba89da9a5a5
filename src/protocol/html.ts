/** The one HTML shell of every page, so that its content security policy is written once. */
export interface PageShell {
  /** `webview.cspSource`, or the origin of a plain browser's page. */
  readonly cspSource: string;
  /** Addresses of the page's script and style sheet, as the page may load them. */
  readonly script: string;
  readonly style: string;
  readonly title: string;
  /** As BCP 47 (`en`, `pt-br`). */
  readonly language: string;
  /** Translations by their English text (`vscode.l10n.bundle`); empty for English. */
  readonly strings: Readonly<Record<string, string>>;
}

export function pageHtml(shell: PageShell): string {
  const source = attribute(shell.cspSource);
  const policy = [
    "default-src 'none'",
    `script-src ${source}`,
    `style-src ${source}`,
    `img-src ${source} data:`,
    `font-src ${source}`,
  ].join("; ");
  return `<!DOCTYPE html>
<html lang="${attribute(shell.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${attribute(shell.title)}</title>
<link rel="stylesheet" href="${attribute(shell.style)}">
</head>
<body data-strings="${attribute(JSON.stringify(shell.strings))}">
<div id="page"></div>
<script type="module" src="${attribute(shell.script)}"></script>
</body>
</html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function attribute(text: string): string {
  return text.replace(/[&<>"]/g, (found) => ENTITIES[found] ?? "");
}
