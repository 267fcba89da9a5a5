import { toEmbedded } from "../../model/embeddedJson.ts";
import { EXPORT_LIMITS, type ExportData } from "./exportData.ts";

/** Stand in the page that is built for this. */
const TITLE = "{{title}}";
const LANGUAGE = "{{language}}";
const DATA = "{{data}}";
/** Where the data stand; the script behind them may speak of anything. */
const PLACE = `id="data">${DATA}<`;

/** There is more than one file may hold. */
export class TooLarge extends Error {
  constructor(size: number) {
    const [megabytes, most] = [size, EXPORT_LIMITS.file].map((bytes) => Math.ceil(bytes / (1 << 20)));
    super(`As one file this would be ${megabytes} MB, of which ${most} are allowed: choose fewer runs.`);
    this.name = "TooLarge";
  }
}

/** One self-contained HTML file out of the built page and what it shows; throws TooLarge beyond 64 MB. */
export function exportHtml(page: string, data: ExportData, language = "en"): string {
  const json = toEmbedded(data);
  const size = page.length + json.length;
  if (size > EXPORT_LIMITS.file) throw new TooLarge(size);
  const at = page.indexOf(PLACE) + PLACE.indexOf(DATA);
  const head = page
    .slice(0, at)
    .replace(TITLE, () => escaped(data.title))
    .replace(LANGUAGE, () => escaped(language));
  return head + json + page.slice(at + DATA.length);
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (found) => ENTITIES[found] ?? "");
}
