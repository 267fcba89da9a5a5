import { simpleCommands } from "./command.ts";
import { type ImageName, mlflowOfImage, newestMlflowOn } from "./image.ts";
import { both, mlflowOfRequirements, mlflowRequired, NO_VERSION, type VersionRange } from "./mlflowVersion.ts";
import type { ComposeService } from "./service.ts";
import { effectiveCommand, type ServiceFiles } from "./serviceFiles.ts";
import type { ShellCommand } from "./shell.ts";

/** Which MLflow a service runs: what is installed last counts, else what its image brings. */
export function installedMlflow(
  image: ImageName | null,
  commands: readonly ShellCommand[],
  files: ServiceFiles,
): VersionRange {
  const inImage = image === null ? NO_VERSION : mlflowOfImage(image);
  const installed = [...(files.dockerfile?.runs ?? []), ...commands]
    .map(({ words }) => installedBy(words, files.requirements))
    .reduce((last, next) => next ?? last, null);
  if (installed === null) return inImage;
  return both(installed, image === null ? NO_VERSION : newestMlflowOn(image));
}

/** Which MLflow a command of pip or its like installs; null where it installs none. */
function installedBy(words: readonly string[], requirements: ReadonlyMap<string, string>): VersionRange | null {
  if (!words.some((word) => /(^|\/)(pip[\d.]*|uv|poetry|conda|mamba|micromamba)$/.test(word))) return null;
  const from = words.findIndex((word) => word === "install" || word === "add");
  if (from < 0) return null;
  let range: VersionRange | null = null;
  for (const [i, word] of words.slice(from + 1).entries()) {
    const before = words[from + i];
    const listed = before === "-r" || before === "--requirement" ? requirements.get(word) : undefined;
    range = (listed === undefined ? mlflowRequired(word) : mlflowOfRequirements(listed)) ?? range;
  }
  return range;
}

/** The requirements files that a service's image or command installs from, as they are called there. */
export function requirementsOf(service: ComposeService, files: ServiceFiles): readonly string[] {
  const commands = simpleCommands(effectiveCommand(service, files).words, null, {});
  return [...(files.dockerfile?.runs ?? []), ...commands].flatMap(({ words }) =>
    words.flatMap((word, i) => (words[i - 1] === "-r" || words[i - 1] === "--requirement" ? [word] : [])),
  );
}
