import { useState } from "preact/hooks";
import type { RunView } from "../../core/model/views.ts";
import { perform } from "../ui/announce.tsx";
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
  readonly filter: string;
  onFilter(filter: string): void;
}

/** One run on one page. Sections that have nothing to show leave themselves out. */
export function RunPage({ view, revision, filter: first, onFilter }: Props) {
  const host = useHost();
  const [filter, setFilter] = useState(first);
  const changeFilter = (next: string) => {
    setFilter(next);
    onFilter(next);
  };
  return (
    <main class="run-page">
      <Header view={view} />
      <ProblemList
        problems={view.problems}
        onOpen={({ store, file, line }) => perform(host.ask("openProblem", { store, file, line }))}
      />
      <Note tags={view.tags} />
      <Values view={view} filter={filter} onFilter={changeFilter} />
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
