import { useContext } from "preact/hooks";
import type { RunRow } from "../../../../core/model/views.ts";
import { visibleText } from "../../../../core/model/visibleText.ts";
import { perform } from "../../../ui/announce.tsx";
import { Swatch } from "../../../ui/chart/Swatch.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { t } from "../../../ui/l10n.ts";
import { RelativeTime } from "../../../ui/RelativeTime.tsx";
import { StatusBadge } from "../../../ui/StatusBadge.tsx";
import { IsFile, useHost } from "../../context.ts";

interface Props {
  readonly run: RunRow;
  /** "2 of 3". */
  readonly place: string;
  /** Null where all runs are of one. */
  readonly experiment: string | null;
  readonly look: number;
  readonly isBaseline: boolean;
  /** Whether Tab reaches it. */
  readonly isFirst: boolean;
  onBaseline(): void;
  onUnpin(): void;
  onMove(by: 1 | -1): void;
  onDragStart(): void;
  onDropped(after: boolean): void;
}

/** One run: opens on a click, becomes the baseline, leaves, and is moved by dragging or Alt with an arrow. */
export function RunChip(props: Props) {
  const { run, place, experiment, look, isBaseline, isFirst, onBaseline, onUnpin, onMove } = props;
  const host = useHost();
  const label = visibleText(run.label);
  const isFile = useContext(IsFile);
  const open = (toSide: boolean) => (isFile ? undefined : perform(host.ask("open", run.ref, { toSide })));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Delete") onUnpin();
    else if (event.altKey && event.key === "ArrowRight") onMove(1);
    else if (event.altKey && event.key === "ArrowLeft") onMove(-1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields.
    <div
      class={isBaseline ? "chip baseline" : "chip"}
      role="group"
      aria-label={t("{0}, {1}", label, place)}
      draggable
      onKeyDown={onKeyDown}
      onDragStart={props.onDragStart}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        props.onDropped(isRightHalf(event));
      }}
    >
      <Swatch index={look} />
      <button
        type="button"
        class="chip-name"
        tabIndex={isFirst ? 0 : -1}
        title={`${label}\n${visibleText(run.id)}\n${t("Alt with the left or right arrow moves it, Delete takes it out")}`}
        onClick={(event) => open(event.ctrlKey || event.metaKey)}
        onAuxClick={() => open(true)}
      >
        {label}
      </button>
      <StatusBadge status={run.status} iconOnly />
      {experiment !== null && <span class="chip-fact">{visibleText(experiment)}</span>}
      {run.start !== null && (
        <span class="chip-fact">
          <RelativeTime time={run.start} />
        </span>
      )}
      <button
        type="button"
        class="icon-button"
        tabIndex={-1}
        aria-pressed={isBaseline}
        aria-label={t("Measure the others against {0}", label)}
        title={isBaseline ? t("Baseline: what the others are measured against") : t("Set as Baseline")}
        onClick={onBaseline}
      >
        <Icon name="flag" solid={isBaseline} />
      </button>
      <button
        type="button"
        class="icon-button"
        tabIndex={-1}
        title={t("Remove from comparison")}
        aria-label={t("Remove {0} from comparison", label)}
        onClick={onUnpin}
      >
        <Icon name="cross" />
      </button>
    </div>
  );
}

function isRightHalf(event: DragEvent & { readonly currentTarget: HTMLElement }): boolean {
  const { left, width } = event.currentTarget.getBoundingClientRect();
  return event.clientX > left + width / 2;
}
