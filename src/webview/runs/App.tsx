import { EmptyState } from "../ui/EmptyState.tsx";
import { t } from "../ui/l10n.ts";
import { Tabs } from "../ui/Tabs.tsx";
import type { Choices } from "./choices.ts";
import { ComparePage } from "./compare/ComparePage.tsx";
import type { RunsModel } from "./model.ts";

interface Props {
  readonly model: RunsModel;
  readonly choices: Choices;
}

/** The page, or why there is none. */
export function App({ model, choices }: Props) {
  const state = model.state.value;
  if (state.kind === "loading") return null;
  if (state.kind === "failed") return <EmptyState title={t("The runs cannot be shown")}>{state.reason}</EmptyState>;
  const compare = () => <ComparePage comparison={state.comparison} choices={choices} look={(ref) => model.look(ref)} />;
  return <Tabs label={t("Runs")} tabs={[{ id: "compare", title: t("Compare"), render: compare }]} />;
}
