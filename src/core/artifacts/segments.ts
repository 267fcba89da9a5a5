/** Longest path of an artifact that is looked at, in characters. */
const LONGEST = 4096;

/** Names that Windows gives to devices, with any ending. */
const DEVICE = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?$/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what Windows refuses
const NOT_ON_WINDOWS = /[<>:"|?*\u0000-\u001f]|[ .]$/;

/** Whether a text is the name of one file or folder and nothing more: no separator of any system, no way up, no stream or device. */
export function isPlainSegment(segment: string, windows: boolean): boolean {
  if (segment === "" || segment === "." || segment === "..") return false;
  if (/[/\\\0]/.test(segment)) return false;
  return !windows || !(NOT_ON_WINDOWS.test(segment) || DEVICE.test(segment));
}

/** The segments of a path below an artifact root (`/` between them, empty for the root); null for one that is refused. */
export function pathSegments(path: string, windows: boolean): readonly string[] | null {
  if (path === "") return [];
  if (path.length > LONGEST) return null;
  const segments = path.split("/");
  return segments.every((segment) => isPlainSegment(segment, windows)) ? segments : null;
}
