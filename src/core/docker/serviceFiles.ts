import type { Command } from "./command.ts";
import type { Dockerfile } from "./dockerfile.ts";
import { type ImageName, readImage } from "./image.ts";
import { type Environment, isKnown } from "./interpolate.ts";
import type { ComposeService } from "./service.ts";

/** What stands beside a compose file and belongs to one of its services. */
export interface ServiceFiles {
  readonly dockerfile: Dockerfile | null;
  /** As findings call it. */
  readonly dockerfilePath: string | null;
  /** Variables of its `env_file`s; null where one of them is not there. */
  readonly variables: Environment | null;
  /** Requirements files by the names they are called with. */
  readonly requirements: ReadonlyMap<string, string>;
}

/** The image that a service runs, or that its own is built from; null where it is not known. */
export function imageOf(service: ComposeService, { dockerfile }: ServiceFiles): ImageName | null {
  if (service.build !== null)
    return dockerfile === null || !isKnown(dockerfile.image) ? null : readImage(dockerfile.image);
  return service.image === null || !isKnown(service.image.text) ? null : readImage(service.image.text);
}

/** An entrypoint of the service's own does away with the image's command. */
export function effectiveCommand(service: ComposeService, { dockerfile }: ServiceFiles): Command {
  const entrypoint = service.entrypoint ?? dockerfile?.entrypoint ?? null;
  const command = service.command ?? (service.entrypoint === null ? (dockerfile?.command ?? null) : null);
  return {
    words: [...(entrypoint?.words ?? []), ...(command?.words ?? [])],
    at: service.command?.at ?? service.entrypoint?.at ?? null,
  };
}
