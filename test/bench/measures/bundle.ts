import { statSync } from "node:fs";
import { join } from "node:path";
import type { Measure } from "../measure.ts";

export const bundle: Measure = {
  id: "bundle",
  async run({ dist }) {
    const bytes = statSync(join(dist, "extension.js")).size;
    return [{ name: "main bundle", value: bytes / 1000, limit: 150, unit: "kB", against: "as shipped, minified" }];
  },
};
