import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Path to content; a path that ends in `/` is an empty folder, `{link}` a symbolic link. */
export type Tree = Readonly<Record<string, string | Uint8Array | { readonly link: string }>>;

/** A folder of its own for each test of a suite, gone afterwards. */
export function temporaryFolder(): { readonly path: string; make(tree: Tree): string } {
  const place = { path: "", make: (tree: Tree) => plant(place.path, tree) };
  beforeEach(() => {
    place.path = realpathSync(mkdtempSync(join(tmpdir(), "mlflow-runs-")));
  });
  afterEach(() => rmSync(place.path, { recursive: true, force: true }));
  return place;
}

function plant(root: string, tree: Tree): string {
  for (const [name, content] of Object.entries(tree)) {
    const file = join(root, name);
    mkdirSync(name.endsWith("/") ? file : dirname(file), { recursive: true });
    if (name.endsWith("/")) continue;
    if (typeof content === "string" || content instanceof Uint8Array) writeFileSync(file, content);
    else symlinkSync(content.link, file);
  }
  return root;
}

export const EXPERIMENT = "artifact_location: ./mlruns/0\nexperiment_id: '0'\nlifecycle_stage: active\nname: Default\n";
export const RUN = "artifact_uri: ./mlruns/0/r/artifacts\nexperiment_id: '0'\nlifecycle_stage: active\nrun_id: r\n";
