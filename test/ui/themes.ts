import type { Workbench } from "./workbench.ts";

const THEMES = [
  ["light", "Light Modern"],
  ["hc", "Dark High Contrast"],
  ["dark", "Dark Modern"],
] as const;

/** One screenshot in each kind of theme, named `NAME-light` and so on; dark, as tests start, is the last. */
export async function screenshotsIn(bench: Workbench, name: string): Promise<void> {
  for (const [kind, theme] of THEMES) {
    await bench.run("Preferences: Color Theme");
    await bench.quickInput.getByPlaceholder("Select Color Theme").pressSequentially(theme);
    await bench.quickInput.getByRole("option", { name: theme }).first().waitFor();
    await bench.page.keyboard.press("Enter");
    await bench.page
      .locator(`.monaco-workbench.${kind === "hc" ? "hc-black" : kind === "light" ? "vs" : "vs-dark"}`)
      .waitFor();
    await bench.page.mouse.move(640, 780);
    await bench.page.waitForTimeout(400);
    await bench.screenshot(`${name}-${kind}`);
  }
}
