import { useEffect, useRef, useState } from "preact/hooks";
import type { ComparedModel } from "../../../../core/model/comparedParts.ts";
import { refKey } from "../../../../core/model/run.ts";
import type { Comparison } from "../../../../core/model/views.ts";
import { useHost } from "../../context.ts";

const NONE: readonly ComparedModel[] = [];

/**
 * The models of the runs, whose files are read only after the rest is shown: empty until then. They are asked for again
 * when other runs are compared, or one of them ended or logged another model, not with each point of a live run.
 */
export function useModels(comparison: Comparison): readonly ComparedModel[] {
  const host = useHost();
  const [models, setModels] = useState(NONE);
  const version = comparison.runs
    .map(({ ref, status, counts }) => `${refKey(ref)} ${status} ${counts.models}`)
    .join("\n");
  const newest = useRef("");
  newest.current = version;
  useEffect(() => {
    setModels(NONE);
    host.ask("models").then(
      (found) => {
        if (newest.current === version) setModels(found);
      },
      // What the files say is missing then; nothing else depends on it.
      () => undefined,
    );
  }, [host, version]);
  // For one rendering they may be those of other runs.
  const fits = models.every(({ reasons }) => reasons.length === comparison.runs.length);
  return fits ? models : NONE;
}
