import type { Check } from "../rule.ts";
import type { GitFacts } from "./facts.ts";
import { gitRule } from "./gitRule.ts";

const MIB = 1 << 20;

/** Files from here on belong in Git LFS, in bytes. */
export const LARGE_FILE = 10 * MIB;
/** GitHub warns of files from here on; it refuses those over 100 MiB. */
const HUGE_FILE = 50 * MIB;

export const FILE_HUGE = gitRule({
  id: "MLR321",
  title: "File of 50 MiB or more in Git itself",
  why: "GitHub warns of such files and refuses them from 100 MiB on, and every clone fetches every version of them.",
  mend: "Track the file by Git LFS: `git lfs migrate import --include=PATTERN` moves what is committed.",
  data: "warning",
});

export const FILE_LARGE = gitRule({
  id: "MLR322",
  title: "File of 10 MiB or more in Git itself",
  why: "Every clone fetches every version of it, and binary files such as models hardly shrink.",
  mend: "Track such files by Git LFS: `git lfs track PATTERN`, before the next one is committed.",
  data: "info",
});

/** Whether large files are in Git LFS, by their size as Git keeps them. */
export const checkLarge: Check<Pick<GitFacts, "large">> = ({ large }, tell) => {
  for (const { path, bytes, isForLfs } of large) {
    if (bytes < LARGE_FILE) continue;
    const rule = bytes < HUGE_FILE ? FILE_LARGE : FILE_HUGE;
    const size = `${Math.round(bytes / MIB).toLocaleString("en-US")} MiB`;
    const though = isForLfs ? ", though .gitattributes says that it belongs in Git LFS" : "";
    tell({ rule, file: path, message: `Git keeps the file itself, ${size}${though}.` });
  }
};
