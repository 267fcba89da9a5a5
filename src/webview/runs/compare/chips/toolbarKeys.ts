/** Keys of a toolbar: it is one tab stop, left and right, Home and End move among its controls. */
export function onToolbarKeys(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const controls = [...event.currentTarget.querySelectorAll<HTMLElement>("button")];
  const at = controls.indexOf(document.activeElement as HTMLElement);
  const to = target(event.key, at, controls.length);
  const next = to === null ? undefined : controls[to];
  if (next === undefined) return;
  event.preventDefault();
  for (const control of controls) control.tabIndex = control === next ? 0 : -1;
  next.focus();
}

function target(key: string, at: number, count: number): number | null {
  if (at < 0) return null;
  if (key === "ArrowRight") return (at + 1) % count;
  if (key === "ArrowLeft") return (at - 1 + count) % count;
  if (key === "Home") return 0;
  return key === "End" ? count - 1 : null;
}
