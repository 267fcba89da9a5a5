import { EmptyState } from "../../ui/EmptyState.tsx";
import { counted, t } from "../../ui/l10n.ts";
import { useTable } from "./surface.ts";

/** Instead of runs: why there are none, and the next step. */
export function NoRuns() {
  const { model } = useTable();
  model.linesVersion.value;
  const { counts, failure } = model.lines;
  if (failure !== null) {
    return (
      <EmptyState isPart title={t("The runs cannot be shown")}>
        {failure}{" "}
        <button type="button" class="link" onClick={() => model.refresh()}>
          {t("Try again")}
        </button>
      </EmptyState>
    );
  }
  if (!model.isReady.value || counts === null || counts.total > 0) return null;
  if (counts.all === 0) return <NothingThere />;
  return (
    <EmptyState isPart title={t("No run matches")}>
      {counted(counts.all, "The one run is filtered out.", "All {0} runs are filtered out.")}{" "}
      <button type="button" class="link" onClick={() => model.change({ filter: "", onlyProblems: false })}>
        {t("Clear the filter")}
      </button>
    </EmptyState>
  );
}

function NothingThere() {
  const { model } = useTable();
  const { lifecycle } = model.view.value;
  if (lifecycle !== "deleted") {
    return (
      <EmptyState isPart title={t("No runs yet")}>
        {t("Runs appear here as soon as code logs them with MLflow.")}
      </EmptyState>
    );
  }
  return (
    <EmptyState isPart title={t("No deleted runs")}>
      <button type="button" class="link" onClick={() => model.change({ lifecycle: "active" })}>
        {t("Show the others")}
      </button>
    </EmptyState>
  );
}
