import { open } from "node:fs/promises";
import type { ArtifactPreview } from "../../core/artifacts/preview.ts";
import { previewBytes, previewOf } from "../../core/artifacts/previewOf.ts";
import type { ArtifactOwner } from "../../core/model/views.ts";
import type { Engine } from "../../engine/engine.ts";
import { t } from "../base/l10n.ts";
import { joinPath } from "../tree/artifactChildren.ts";

/** An artifact on this machine. */
export interface LocatedArtifact {
  readonly file: string;
  readonly name: string;
  readonly isFolder: boolean;
  readonly size: number;
}

/**
 * Where an artifact lies. Pages name artifacts by path, and pages are untrusted: only what the engine lists in its
 * folder is taken, so no path leads out of it. Null where there is no such artifact.
 */
export async function locateArtifact(
  engine: Engine,
  owner: ArtifactOwner,
  path: string,
): Promise<LocatedArtifact | null> {
  const slash = path.lastIndexOf("/");
  const { folder, entries } = await engine.artifacts(owner, slash < 0 ? "" : path.slice(0, slash));
  if (folder === null) return null;
  if (path === "") return { file: folder, name: "artifacts", isFolder: true, size: 0 };
  const entry = entries.find((candidate) => candidate.path === path);
  if (entry === undefined) return null;
  return { file: joinPath(folder, entry.name), name: entry.name, isFolder: entry.isFolder, size: entry.size ?? 0 };
}

/** What a page shows of a file: read here, handed over as data. */
export async function previewArtifact(engine: Engine, owner: ArtifactOwner, path: string): Promise<ArtifactPreview> {
  const found = await locateArtifact(engine, owner, path);
  if (found === null || found.isFolder) return { kind: "none", reason: t("This file is no longer there.") };
  const bytes = await firstBytes(found.file, Math.min(found.size, previewBytes(found.name)));
  return previewOf(found.name, bytes, bytes.length < found.size);
}

async function firstBytes(file: string, count: number): Promise<Uint8Array> {
  if (count === 0) return new Uint8Array();
  const handle = await open(file, "r");
  try {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(count), 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
