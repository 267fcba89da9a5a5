import type { RunView } from "../../core/model/views.ts";
import { perform } from "../ui/announce.tsx";
import { useKept } from "../ui/kept.ts";
import { ProblemList } from "../ui/ProblemList.tsx";
import { Artifacts } from "./artifacts/Artifacts.tsx";
import { Charts } from "./Charts.tsx";
import { Children } from "./Children.tsx";
import { useHost } from "./context.ts";
import { Datasets } from "./Datasets.tsx";
import { Header } from "./Header.tsx";
import { Models } from "./Models.tsx";
import { Note } from "./Note.tsx";
import { Tags } from "./Tags.tsx";
import { Traces } from "./Traces.tsx";
import { Values } from "./Values.tsx";

interface Props {
  readonly view: RunView;
  readonly revision: number;
}

/** One run on one page. Sections that have nothing to show leave themselves out. */
export function RunPage({ view, revision }: Props) {
  const host = useHost();
  const [filter, setFilter] = useKept("filter", "");
  return (
    <main class="run-page">
      <Header view={view} />
      <ProblemList
        problems={view.problems}
        onOpen={({ store, file, line }) => perform(host.ask("openProblem", { store, file, line }))}
      />
      <Note tags={view.tags} />
      <Values view={view} filter={filter} onFilter={setFilter} />
      <Charts view={view} filter={filter} />
      <Artifacts owner={{ kind: "run", ref: view.row.ref }} revision={revision} />
      <Models view={view} revision={revision} />
      <Datasets datasets={view.datasets} />
      <Traces traces={view.traces} />
      <Children view={view} />
      <Tags tags={view.tags} />
    </main>
  );
}
