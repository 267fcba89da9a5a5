import { type ComponentChildren, render } from "preact";
import { Announcer } from "./announce.tsx";
import { Clipboard } from "./copy.tsx";
import { Files } from "./files.ts";
import { setStrings } from "./l10n.ts";
import "./base.css";

interface Parts {
  readonly clipboard: (text: string) => Promise<void>;
  readonly save: (name: string, bytes: Uint8Array) => Promise<void>;
  content(): ComponentChildren;
}

/** Puts a page together in the host's shell, whose body carries the translations. */
export function mount({ clipboard, save, content }: Parts): void {
  const root = document.getElementById("page");
  if (root === null) return;
  setStrings(JSON.parse(document.body.dataset.strings ?? "{}"));
  render(
    <Clipboard.Provider value={clipboard}>
      <Files.Provider value={save}>{content()}</Files.Provider>
      <Announcer />
    </Clipboard.Provider>,
    root,
  );
}
