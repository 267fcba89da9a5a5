// Bundles look.ts and runs it; Node alone does not read TypeScript on every version we support.
import { build } from "esbuild";

await build({
  entryPoints: ["test/ui/pages/look.ts"],
  outfile: "out/look.cjs",
  bundle: true,
  platform: "node",
  packages: "external",
  logLevel: "warning",
});
await import("../../../out/look.cjs");
