import path from "node:path";
import { readDockerfile } from "../../core/docker/dockerfile.ts";
import { folderOfImage, readImage } from "../../core/docker/image.ts";
import { requirementsOf } from "../../core/docker/installedMlflow.ts";
import { type Environment, isKnown, readEnvironment } from "../../core/docker/interpolate.ts";
import { mountOf } from "../../core/docker/mounts.ts";
import type { ComposeService } from "../../core/docker/service.ts";
import type { ServiceFiles } from "../../core/docker/serviceFiles.ts";
import { SMALL, textWithin } from "./composeFiles.ts";

/** Reads what belongs to a service and lies in the folder: its Dockerfile, its `env_file`s, the requirements installed. */
export async function serviceFiles(service: ComposeService, beside: string, folder: string): Promise<ServiceFiles> {
  const { build } = service;
  const context = build === null || !isKnown(build.context) ? null : path.resolve(beside, build.context);
  const file = context === null || build === null || build.isInline ? null : path.resolve(context, build.dockerfile);
  const text = file === null ? null : await textWithin(folder, file, SMALL);
  const folderOf = (image: string) => folderOfImage(readImage(image));
  const dockerfile =
    text === null || build === null ? null : readDockerfile(text, { target: build.target, args: build.args, folderOf });
  const files: ServiceFiles = {
    dockerfile,
    dockerfilePath: file === null ? null : path.relative(folder, file).replaceAll("\\", "/"),
    variables: await variablesOf(service, beside, folder),
    requirements: new Map(),
  };
  const requirements = new Map<string, string>();
  for (const name of requirementsOf(service, files)) {
    for (const place of placesOf(name, service, context, beside)) {
      const listed = await textWithin(folder, place, SMALL);
      if (listed !== null && !requirements.has(name)) requirements.set(name, listed);
    }
  }
  return { ...files, requirements };
}

/** A requirements file by its mount, else in the folder that the image is built from. */
function placesOf(name: string, { mounts }: ComposeService, context: string | null, beside: string): string[] {
  const held = mountOf(mounts, name);
  const source = held?.mount.source;
  return [
    ...(held !== null && source?.kind === "beside" ? [path.resolve(beside, source.path, held.rest)] : []),
    ...(context === null
      ? []
      : [path.resolve(context, name.replace(/^\/+/, "")), path.join(context, path.basename(name))]),
  ];
}

/** Null where one of them cannot be read, so that what it says is not known. */
async function variablesOf({ envFiles }: ComposeService, beside: string, folder: string): Promise<Environment | null> {
  let variables: Environment = {};
  for (const file of envFiles) {
    const text = isKnown(file) ? await textWithin(folder, path.resolve(beside, file), SMALL) : null;
    if (text === null) return null;
    variables = { ...variables, ...readEnvironment(text) };
  }
  return variables;
}
