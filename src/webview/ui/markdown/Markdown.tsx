import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { visibleLines } from "../format/text.ts";
import "./Markdown.css";

/** Notes longer than this are shown as plain text: laying out a book as Markdown helps nobody. */
const LIMIT = 200_000;

/** Markdown of strangers: rendered by allow list, see render.ts. Until that is loaded, and should it fail, the text. */
export function Markdown({ text }: { readonly text: string }) {
  const [content, setContent] = useState<ComponentChildren>(null);
  useEffect(() => {
    let late = false;
    if (text.length > LIMIT) return;
    void import("./render.ts").then(({ renderMarkdown }) => {
      if (!late) setContent(renderMarkdown(text));
    });
    return () => {
      late = true;
    };
  }, [text]);
  if (content === null) return <div class="markdown plain">{visibleLines(text)}</div>;
  return <div class="markdown">{content}</div>;
}
