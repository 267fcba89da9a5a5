import { useId, useState } from "preact/hooks";
import type { RunFile } from "../../../../../core/model/comparedFiles.ts";
import type { RunRef } from "../../../../../core/model/run.ts";
import { visibleText } from "../../../../../core/model/visibleText.ts";
import { count } from "../../../../ui/format/number.ts";
import { Icon } from "../../../../ui/Icon.tsx";
import { t } from "../../../../ui/l10n.ts";
import type { ShownComparison } from "../../shownComparison.ts";
import type { FileEntry } from "../entries.ts";
import { Panes } from "./Panes.tsx";
import { StepSlider } from "./StepSlider.tsx";
import "./viewer.css";

interface Props {
  readonly entry: FileEntry;
  readonly shown: ShownComparison;
  look(ref: RunRef): number;
  onClose(): void;
}

/** Runs shown side by side at first. */
const AT_FIRST = 6;

/** What one path, or one step of logged images, holds in each run. */
export function FileViewer({ entry, shown, look, onClose }: Props) {
  const id = useId();
  const [most, setMost] = useState(AT_FIRST);
  const steps = entry.kind === "images" ? entry.series.steps : [];
  const [step, setStep] = useState(steps.length - 1);
  const having = runsHaving(entry, shown);
  const runs = having.slice(0, most);
  return (
    <section class="viewer" aria-labelledby={id}>
      <div class="viewer-head">
        <h3 id={id}>{visibleText(entry.title)}</h3>
        {having.length > runs.length && (
          <span class="dim">
            {t("{0} of {1} runs", count(runs.length), count(having.length))}{" "}
            <button type="button" class="link" onClick={() => setMost(most + AT_FIRST)}>
              {t("Show more")}
            </button>
          </span>
        )}
        <button type="button" class="icon-button" title={t("Close")} aria-label={t("Close")} onClick={onClose}>
          <Icon name="cross" />
        </button>
      </div>
      {steps.length > 1 && <StepSlider steps={steps} at={step} onChange={setStep} />}
      <Panes
        runs={runs}
        shown={shown}
        look={look}
        fileOf={(run) => fileOf(entry, steps[step] ?? 0, run)}
        missing={entry.kind === "images" ? t("No image at this step.") : t("This run has no such file.")}
      />
    </section>
  );
}

/** The baseline first, for it is what the others are set against. */
function runsHaving(entry: FileEntry, { order, baseline }: ShownComparison): readonly number[] {
  const having = new Set(entry.kind === "images" ? entry.series.runs : entry.file.files.map(({ run }) => run));
  const runs = order.filter((run) => having.has(run));
  return runs.includes(baseline) ? [baseline, ...runs.filter((run) => run !== baseline)] : runs;
}

function fileOf(entry: FileEntry, step: number, run: number): RunFile | null {
  if (entry.kind === "images") return entry.series.at(step, run);
  return entry.file.files.find((file) => file.run === run) ?? null;
}
