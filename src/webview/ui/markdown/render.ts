/** Lazily loaded: Markdown to elements, safe by construction. */
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { type ComponentChildren, h } from "preact";
import { visibleLines } from "../format/text.ts";
import { t } from "../l10n.ts";

/** Elements that may appear. Whatever else a parser makes of the text keeps its text only. */
const ALLOWED: ReadonlySet<string> = new Set(
  "p h1 h2 h3 h4 h5 h6 strong em del code pre blockquote ul ol li hr br table thead tbody tr th td sup section".split(
    " ",
  ),
);

/** Headings of a note stand below the page's own. */
const RENAMED: Readonly<Record<string, string>> = { h1: "h3", h2: "h4", h3: "h5", h4: "h6", section: "div" };

/**
 * micromark escapes raw HTML; its output is parsed into a document that runs nothing and loads nothing, and only the
 * elements named above are made again, with text nodes and without attributes. Links keep http, https and mailto.
 */
export function renderMarkdown(text: string): ComponentChildren {
  const html = micromark(text, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });
  const parsed = new DOMParser().parseFromString(html, "text/html");
  return children(parsed.body);
}

function children(node: Node): ComponentChildren {
  return [...node.childNodes].map(convert);
}

function convert(node: Node): ComponentChildren {
  if (node.nodeType === Node.TEXT_NODE) return visibleLines(node.nodeValue ?? "");
  if (!(node instanceof Element)) return null;
  const name = node.localName;
  if (name === "a") return link(node.getAttribute("href"), children(node));
  if (name === "img") return image(node.getAttribute("src"), node.getAttribute("alt"));
  if (name === "input") return node.hasAttribute("checked") ? "☑ " : "☐ ";
  if (!ALLOWED.has(name)) return children(node);
  return h(RENAMED[name] ?? name, null, children(node));
}

function link(address: string | null, content: ComponentChildren): ComponentChildren {
  const safe = safeAddress(address);
  return safe === null
    ? h("span", null, content)
    : h("a", { href: safe, title: visibleLines(safe), rel: "noreferrer" }, content);
}

/** Pictures are never loaded, because asking for one tells its server who reads. What they are called is shown. */
function image(address: string | null, alt: string | null): ComponentChildren {
  const words = alt === null || alt === "" ? t("image") : t("image: {0}", visibleLines(alt));
  return link(address, words);
}

const SCHEMES: ReadonlySet<string> = new Set(["http:", "https:", "mailto:"]);

export function safeAddress(address: string | null): string | null {
  if (address === null) return null;
  try {
    const url = new URL(address);
    return SCHEMES.has(url.protocol) ? url.href : null;
  } catch {
    // Relative: it would lead into the webview's own address space.
    return null;
  }
}
