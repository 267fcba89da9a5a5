import { EmptyState } from "../ui/EmptyState.tsx";
import { t } from "../ui/l10n.ts";
import type { RunModel } from "./model.ts";
import { RunPage } from "./RunPage.tsx";
import { useScrolledTo } from "./useScrolledTo.ts";

interface Props {
  readonly model: RunModel;
  /** How far down the reader was. */
  readonly scroll: number;
}

/** The page, or why there is none. */
export function App({ model, scroll }: Props) {
  const state = model.state.value;
  useScrolledTo(scroll, state.kind === "shown");
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
      return <RunPage view={state.view} revision={state.revision} />;
  }
}
