import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { announce } from "./announce.tsx";
import { Icon } from "./Icon.tsx";
import { t } from "./l10n.ts";

/** How a page reaches the clipboard: through its host, which works in every webview. */
export const Clipboard = createContext<(text: string) => Promise<void>>(() => Promise.resolve());

/** Copies and says so. */
export function useCopy(): (text: string) => void {
  const write = useContext(Clipboard);
  return (text) => {
    write(text).then(
      () => announce(t("Copied")),
      () => announce(t("This could not be copied.")),
    );
  };
}

interface Props {
  readonly text: string;
  /** What is copied, in words: "Copy run ID". */
  readonly label: string;
  /** Off inside grids, whose cells are reached by arrow keys. */
  readonly tab?: boolean;
}

export function CopyButton({ text, label, tab = true }: Props) {
  const copy = useCopy();
  return (
    <button
      type="button"
      class="icon-button copy"
      title={label}
      aria-label={label}
      tabIndex={tab ? 0 : -1}
      onClick={() => copy(text)}
    >
      <Icon name="copy" />
    </button>
  );
}
