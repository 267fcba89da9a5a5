/** Whether a path of a config stays below its folder on every system: relative, no `..`, no drive, no scheme. */
export function isInsidePath(path: string): boolean {
  if (path.trim() === "" || path.includes("\0") || /^[\\/]/.test(path) || /^[a-z][a-z0-9+.-]*:/i.test(path))
    return false;
  return !path.split(/[\\/]/).includes("..");
}
