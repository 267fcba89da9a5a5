import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { ComparedFiles } from "../../../../core/model/comparedFiles.ts";
import { useHost } from "../../context.ts";

export type FilesState =
  | { readonly kind: "waiting" }
  | { readonly kind: "shown"; readonly files: ComparedFiles }
  | { readonly kind: "failed"; readonly reason: string };

/** The files of the runs, asked for once the element is near the screen, and again with each revision. */
export function useFiles(element: RefObject<HTMLElement | null>, revision: unknown): FilesState {
  const host = useHost();
  const [isNear, setNear] = useState(false);
  const [state, setState] = useState<FilesState>({ kind: "waiting" });
  useEffect(() => {
    if (element.current === null) return;
    const observer = new IntersectionObserver(
      (entries) => setNear((was) => was || entries.some(({ isIntersecting }) => isIntersecting)),
      { rootMargin: "400px" },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  const newest = useRef(0);
  useEffect(() => {
    if (!isNear) return;
    const turn = ++newest.current;
    const settle = (next: FilesState): void => {
      if (turn === newest.current) setState(next);
    };
    host.ask("files").then(
      (files) => settle({ kind: "shown", files }),
      (error: unknown) => settle({ kind: "failed", reason: error instanceof Error ? error.message : String(error) }),
    );
  }, [host, isNear, revision]);
  return state;
}
