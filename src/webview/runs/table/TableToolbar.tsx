import type { RefObject } from "preact";
import { FilterBox } from "../../ui/FilterBox.tsx";
import { count } from "../../ui/format/number.ts";
import { counted, t } from "../../ui/l10n.ts";
import { useTable } from "./surface.ts";

interface Props {
  readonly filter: RefObject<HTMLInputElement | null>;
}

/** What narrows the runs, how many there are, and which columns they have. */
export function TableToolbar({ filter: _filter }: Props) {
  const { model } = useTable();
  model.linesVersion.value;
  const counts = model.lines.counts;
  const { filter } = model.view.value;
  const shown =
    counts === null
      ? ""
      : filter.trim() === ""
        ? counted(counts.runs, "1 run", "{0} runs")
        : t("{0} of {1}", count(counts.runs), count(counts.all));
  return (
    <div class="table-toolbar">
      <FilterBox
        value={filter}
        placeholder={t("Filter runs")}
        result={shown}
        onChange={(text) => model.change({ filter: text })}
      />
      <span>{shown}</span>
    </div>
  );
}
