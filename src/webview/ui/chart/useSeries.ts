import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Series } from "../../../core/model/views.ts";
import { t } from "../l10n.ts";

interface Loaded {
  /** To be put on the element whose coming into view starts the loading. */
  readonly ref: RefObject<HTMLDivElement | null>;
  /** Null until loaded; while it loads again the former ones stay. */
  readonly series: readonly Series[] | null;
  readonly failure: string | null;
}

/** Series that are asked for once they are seen, and again whenever `version` changes. */
export function useSeries(load: () => Promise<readonly Series[]>, version: string): Loaded {
  const ref = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState(false);
  const [series, setSeries] = useState<readonly Series[] | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    if (ref.current === null) return;
    const observer = new IntersectionObserver(
      (entries) => setSeen((was) => was || entries.some((e) => e.isIntersecting)),
      {
        rootMargin: "300px",
      },
    );
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, []);
  // `load` is new at each render; `version` says when there is something new to load.
  useEffect(() => {
    if (!seen) return;
    let late = false;
    load().then(
      (loaded) => {
        if (late) return;
        setSeries(loaded);
        setFailure(null);
      },
      () => !late && setFailure(t("The points of this metric could not be read.")),
    );
    return () => {
      late = true;
    };
  }, [seen, version]);
  return { ref, series, failure };
}
