import { simpleCommands } from "../../docker/command.ts";
import { lackingIn } from "../../docker/image.ts";
import type { ComposeService } from "../../docker/service.ts";
import { imageOf, type ServiceFiles } from "../../docker/serviceFiles.ts";
import { shellCommands } from "../../docker/shell.ts";
import type { Place } from "../../docker/yamlNode.ts";
import type { Check } from "../rule.ts";
import type { ComposeInput } from "./input.ts";
import { relatedServices } from "./mounts.ts";
import { composeRule, foundAt } from "./rule.ts";

export const HEALTH_PROGRAM_MISSING = composeRule(
  {
    id: "MLR706",
    title: "Health check by a program that the image lacks",
    why: "Docker calls the container unhealthy for ever, and what waits for its health is never started. Slim Python images and MLflow's own have neither curl nor wget.",
    mend: "Ask with Python, which is there, as in `python -c \"import urllib.request as r; r.urlopen('http://localhost:5000/health')\"`, or install the program.",
  },
  { data: "warning", mlflow: "warning" },
);

/** Whether the programs of health checks are in their images, where that is known. */
export const checkHealthChecks: Check<ComposeInput> = (input, tell) => {
  for (const service of relatedServices(input)) {
    const files = input.filesOf(service);
    const check = healthCheckOf(service, files);
    if (check === null) continue;
    const lacking = lackingPrograms(service, files);
    const program = missingProgram(check.words, check.isShell, lacking);
    if (program === null) continue;
    const message = `The health check of the service ${JSON.stringify(service.name)} runs ${program}, which its image does not have.`;
    tell(foundAt(HEALTH_PROGRAM_MISSING, check.at, message));
  }
};

interface HealthCheckAt {
  readonly words: readonly string[];
  readonly isShell: boolean;
  readonly at: Place;
}

/** The compose file's, else that of the image it builds. */
function healthCheckOf(
  { healthCheck }: ComposeService,
  { dockerfile, dockerfilePath }: ServiceFiles,
): HealthCheckAt | null {
  if (healthCheck === "none") return null;
  if (healthCheck !== null) return healthCheck;
  const own = dockerfile?.healthCheck ?? null;
  if (own === null || dockerfilePath === null) return null;
  return { words: own.words, isShell: own.isShell, at: { file: dockerfilePath, line: own.line, column: 1 } };
}

/** Programs that the image does not bring and that nothing installs. */
function lackingPrograms(service: ComposeService, files: ServiceFiles): readonly string[] {
  const image = imageOf(service, files);
  if (image === null) return [];
  const words = [...(service.entrypoint?.words ?? []), ...(service.command?.words ?? [])];
  const commands = [...(files.dockerfile?.runs ?? []), ...simpleCommands(words, null, {})];
  const brought = [
    ...commands
      .filter(({ words }) => words.some((word) => word === "install" || word === "add"))
      .flatMap(({ words }) => words),
    ...(files.dockerfile?.copied ?? []).flatMap(({ from, to }) => [...from, to ?? ""]),
  ];
  return lackingIn(image).filter((program) => {
    const name = new RegExp(`(^|/)${program}($|[=\\d])`);
    return !brought.some((word) => name.test(word));
  });
}

/** The first program that is missing, unless another way is tried when it fails. */
function missingProgram(words: readonly string[], isShell: boolean, lacking: readonly string[]): string | null {
  const commands = isShell ? shellCommands(words.join(" "), null, {}) : simpleCommands(words, null, {});
  const isMissing = ([program = ""]: readonly string[]): boolean => lacking.includes(program.replace(/^.*\//, ""));
  const failing = commands.findIndex(({ words }) => isMissing(words));
  const isTriedElse = commands.some(
    ({ after, words }, i) =>
      i > failing && after === "||" && !isMissing(words) && !/^(exit|false)$/.test(words[0] ?? ""),
  );
  return failing < 0 || isTriedElse ? null : (commands[failing]?.words[0] ?? null);
}
