/**
 * uPlot hands the browser's language to Intl as it loads, and a POSIX locale makes Chromium say `en-US@posix`, which Intl
 * refuses: no chart would ever appear. Imported before uPlot.
 */
if (typeof navigator !== "undefined" && !isLanguageTag(navigator.language)) {
  Object.defineProperty(navigator, "language", { value: "en-US", configurable: true });
}

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}
