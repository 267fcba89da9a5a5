import type { ArtifactPreview } from "../../../../src/core/artifacts/preview.ts";
import { problem } from "../../../../src/core/model/problem.ts";
import type { ArtifactEntry, ArtifactListing } from "../../../../src/core/model/views.ts";

const file = (path: string, size: number): ArtifactEntry => ({
  name: path.split("/").at(-1) ?? "",
  path,
  isFolder: false,
  size,
});
const folder = (path: string): ArtifactEntry => ({
  name: path.split("/").at(-1) ?? "",
  path,
  isFolder: true,
  size: null,
});

const link = (path: string): ArtifactEntry => ({ ...file(path, 0), size: null });

const LINK = "is a link that leads out of these artifacts and is not followed";

const FOLDERS: Readonly<Record<string, readonly ArtifactEntry[]>> = {
  "": [
    folder("model"),
    folder("plots"),
    file("config.json", 412),
    file("metrics.csv", 20_314),
    file("README.md", 190),
    link("latest"),
  ],
  model: [file("model/MLmodel", 902), file("model/model.pkl", 1_804_321)],
  plots: [file("plots/residuals.png", 5120)],
};

export function listing(path: string): ArtifactListing {
  const entries = FOLDERS[path];
  return {
    folder: "/x",
    uri: "file:///x",
    entries: entries ?? [],
    reason: entries === undefined ? "Nothing is there." : null,
    problems: path === "" ? [problem("link-escape", "latest", LINK)] : [],
  };
}

/** A picture of eight by eight pixels, scaled up by nobody. */
const PNG =
  "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAFklEQVR4nGP8z8DAwMDAxMDAwMDAAAANHQEDasKb6QAAAABJRU5ErkJggg==";

export function preview(path: string): ArtifactPreview {
  if (path.endsWith(".png")) {
    return { kind: "image", mediaType: "image/png", bytes: Uint8Array.from(atob(PNG), (c) => c.charCodeAt(0)) };
  }
  if (path.endsWith(".csv")) {
    const rows = Array.from({ length: 200 }, (_, i) => [
      String(i),
      (2 / (i + 1)).toFixed(6),
      (2.2 / (i + 1)).toFixed(6),
    ]);
    return { kind: "table", columns: ["epoch", "train_loss", "val_loss"], rows, total: 1000 };
  }
  if (path.endsWith(".pkl"))
    return { kind: "none", reason: "Pickles and archives are not opened, because opening one can run its code." };
  if (path.endsWith(".md"))
    return { kind: "text", language: "markdown", text: "# Model card\n\nFor **review** only.", cut: false };
  return {
    kind: "text",
    language: "json",
    text: JSON.stringify({ objective: "regression", trees: 400 }, null, 2),
    cut: false,
  };
}
