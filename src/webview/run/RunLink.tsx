import type { RunRow } from "../../core/model/views.ts";
import { visibleText } from "../../core/model/visibleText.ts";
import { perform } from "../ui/announce.tsx";
import { useHost } from "./context.ts";

interface Props {
  readonly row: RunRow;
  /** Off inside grids, whose cells are reached by arrow keys. */
  readonly tab?: boolean;
}

/** Another run's label that opens its page; to the side with Ctrl, Cmd or the middle button. */
export function RunLink({ row, tab = true }: Props) {
  const host = useHost();
  const open = (toSide: boolean) => perform(host.ask("open", row.ref, { toSide }));
  return (
    <button
      type="button"
      class="link"
      title={row.id}
      tabIndex={tab ? 0 : -1}
      onClick={(event) => open(event.ctrlKey || event.metaKey)}
      onAuxClick={() => open(true)}
    >
      {visibleText(row.label)}
    </button>
  );
}
