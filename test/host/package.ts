import { makeVsix } from "./vsix.ts";

makeVsix().then(
  ({ path, bytes, files }) => {
    for (const file of files) console.log(`  ${file}`);
    console.log(`${path}: ${(bytes / 1024).toFixed(0)} kB, ${files.length} files`);
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);
