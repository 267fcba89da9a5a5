import { createContext } from "preact";

/** How a page saves a file: through its host's dialog, or as a download where it is a page of its own. */
export const Files = createContext<(name: string, bytes: Uint8Array) => Promise<void>>(() => Promise.resolve());

/** Hands bytes to a plain browser as a download. */
export async function download(name: string, bytes: Uint8Array): Promise<void> {
  const address = URL.createObjectURL(new Blob([bytes.slice()]));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has read it by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
