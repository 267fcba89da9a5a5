import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rulePages } from "../support/rulePages.ts";
import { projectRoot } from "./folders.ts";

// Writes docs/rules anew; a test holds it to the rules of the code.
const folder = join(projectRoot, "docs/rules");
mkdirSync(folder, { recursive: true });
const pages = rulePages();
for (const name of readdirSync(folder)) if (!pages.has(name)) rmSync(join(folder, name));
for (const [name, text] of pages) writeFileSync(join(folder, name), text);
console.log(`${pages.size} pages written to ${folder}`);
