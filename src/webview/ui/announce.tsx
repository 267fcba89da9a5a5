import { signal } from "@preact/signals";
import "./announce.css";

const SHOWN_MS = 2500;
const message = signal("");
let timer: ReturnType<typeof setTimeout> | undefined;

/** Says one short thing to eyes and screen readers alike. */
export function announce(text: string): void {
  clearTimeout(timer);
  message.value = text;
  timer = setTimeout(() => {
    message.value = "";
  }, SHOWN_MS);
}

/** Says what went wrong, should it go wrong. */
export function perform(action: Promise<unknown>): void {
  action.catch((error: unknown) => announce(error instanceof Error ? error.message : String(error)));
}

/** Where announcements appear; one a page. */
export function Announcer() {
  return (
    <div class={message.value === "" ? "announcer" : "announcer shown"} role="status">
      {message.value}
    </div>
  );
}
