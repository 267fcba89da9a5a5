import type { RefObject } from "preact";
import { perform } from "../../../ui/announce.tsx";
import { count } from "../../../ui/format/number.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { counted, t } from "../../../ui/l10n.ts";
import { lazily } from "../../../ui/lazily.tsx";
import { openMenuBelow } from "../../../ui/menu/openMenu.ts";
import { DropButton } from "../../../ui/popup/DropButton.tsx";
import { FilterField } from "../filter/FilterField.tsx";
import { loadMenus } from "../menus.ts";
import { useTable } from "../surface.ts";
import { groupingTitle } from "./groupingTitle.ts";

const ColumnChooser = lazily(() => import("./ColumnChooser.tsx").then((module) => module.ColumnChooser));
const GroupChooser = lazily(() => import("./GroupChooser.tsx").then((module) => module.GroupChooser));

interface Props {
  readonly filter: RefObject<HTMLInputElement | null>;
  onLeaveFilter(): void;
}

/** What narrows the runs, how many there are, how they are grouped, and which columns they have. */
export function TableToolbar({ filter, onLeaveFilter }: Props) {
  const parts = useTable();
  const { model } = parts;
  const grouping = groupingTitle(model.view.value.grouping);
  const { columns, constant } = model.shown.value;
  const hidden = constant.length === 0 ? "" : `, ${counted(constant.length, "1 hidden", "{0} hidden")}`;
  return (
    <div class="table-toolbar">
      <FilterField input={filter} onLeave={onLeaveFilter} />
      <span class="table-count" role="status">
        <Counts />
      </span>
      {model.view.value.onlyProblems === true && (
        <button
          type="button"
          class="text-button"
          title={t("Show runs without problems as well")}
          onClick={() => model.change({ onlyProblems: false })}
        >
          {t("Has Problems")}
          <Icon name="cross" />
        </button>
      )}
      <DropButton
        icon="group"
        text={grouping === null ? t("Group") : t("By {0}", grouping)}
        label={t("Group by")}
        class="chooser"
      >
        {(close) => <GroupChooser onDone={close} />}
      </DropButton>
      <DropButton
        icon="columns"
        text={t("Columns")}
        fact={`${count(columns.length)}${hidden}`}
        label={t("Columns")}
        class="chooser"
      >
        {() => <ColumnChooser />}
      </DropButton>
      <button
        type="button"
        class="icon-button"
        title={t("More")}
        aria-label={t("More")}
        aria-haspopup="menu"
        onClick={({ currentTarget: opener }) =>
          perform(loadMenus().then(({ moreMenu }) => openMenuBelow(opener, t("More"), moreMenu(parts))))
        }
      >
        <Icon name="more" />
      </button>
    </div>
  );
}

/** How many runs match, of how many. */
function Counts() {
  const { model } = useTable();
  model.linesVersion.value;
  const { counts } = model.lines;
  if (counts === null) return null;
  if (counts.runs === counts.all) return <>{counted(counts.runs, "1 run", "{0} runs")}</>;
  return <>{t("{0} of {1} runs", count(counts.runs), count(counts.all))}</>;
}
