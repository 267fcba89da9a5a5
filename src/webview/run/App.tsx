import { useLayoutEffect } from "preact/hooks";
import { EmptyState } from "../ui/EmptyState.tsx";
import { t } from "../ui/l10n.ts";
import type { RunModel } from "./model.ts";
import type { Place } from "./place.ts";
import { RunPage } from "./RunPage.tsx";

interface Props {
  readonly model: RunModel;
  readonly place: Place;
  onPlace(change: Partial<Place>): void;
}

/** The page, or why there is none. */
export function App({ model, place, onPlace }: Props) {
  const state = model.state.value;
  const shown = state.kind === "shown";
  useLayoutEffect(() => {
    if (shown) scrollTo(0, place.scroll);
  }, [shown, place]);
  switch (state.kind) {
    case "loading":
      return null;
    case "gone":
      return (
        <EmptyState title={t("This run is no longer there")}>
          {t(
            "Its folder was moved or deleted, or another branch was checked out. The page fills again if it comes back.",
          )}
        </EmptyState>
      );
    case "failed":
      return <EmptyState title={t("This run cannot be shown")}>{state.reason}</EmptyState>;
    case "shown":
      return (
        <RunPage
          view={state.view}
          revision={state.revision}
          filter={place.filter}
          onFilter={(filter) => onPlace({ filter })}
        />
      );
  }
}
