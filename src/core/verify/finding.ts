import type { LocatedProblem } from "../model/problem.ts";

/** Where a finding's file is opened: an address for Markdown. */
export type Links = (finding: LocatedProblem) => string;

/** One line of a report: severity, the file as a link, the reason, the code. */
export function findingLine(found: LocatedProblem, links: Links): string {
  const place = found.line === null ? found.file : `${found.file}:${found.line}`;
  const text = place === "" ? "(the store itself)" : place;
  return `- **${found.severity}** [${escaped(text)}](<${address(links(found))}>): ${escaped(found.reason)} \`${found.code}\``;
}

function escaped(text: string): string {
  return text.replace(/[\r\n\u2028\u2029]+/g, " ").replace(/[\\`*_[\]<>&|~$!#]/g, (found) => `\\${found}`);
}

/** Nothing in it may end the link. */
function address(link: string): string {
  return link.replace(/[<>\r\n\\]/g, (found) => encodeURIComponent(found));
}
