/** Says to the page whether the reader's system is dark, as VS Code would: its canvases draw again by that class. */
export function followTheme(): void {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const follow = (): void => {
    document.body.className = dark.matches ? "vscode-dark" : "vscode-light";
    document.body.classList.toggle("vscode-reduce-motion", still.matches);
  };
  follow();
  dark.addEventListener("change", follow);
  still.addEventListener("change", follow);
}
