import type { ComponentChildren } from "preact";
import { shortId } from "../../core/model/label.ts";
import { textOf } from "../../core/model/text.ts";
import type { RunView } from "../../core/model/views.ts";
import { visibleText } from "../../core/model/visibleText.ts";
import { CopyButton } from "../ui/copy.tsx";
import { took } from "../ui/format/time.ts";
import { Icon } from "../ui/Icon.tsx";
import { t } from "../ui/l10n.ts";
import { Num } from "../ui/Num.tsx";
import { RelativeTime } from "../ui/RelativeTime.tsx";
import "./Facts.css";

/** What is asked about a run first, each with its word; what is not known is left out. */
export function Facts({ view }: { readonly view: RunView }) {
  const { row, info, tags } = view;
  const source = textOf(tags, "mlflow.source.name");
  const commit = textOf(tags, "mlflow.source.git.commit");
  const time = took(row.start, row.end);
  const user = info.user || textOf(tags, "mlflow.user") || "";
  return (
    <dl class="facts">
      <PrimaryFact view={view} />
      {row.start !== null && (
        <Fact word={t("Started")}>
          <RelativeTime time={row.start} />
        </Fact>
      )}
      {time !== "" && <Fact word={t("Took")}>{time}</Fact>}
      {user !== "" && <Fact word={t("By")}>{visibleText(user)}</Fact>}
      {source !== null && source !== "" && (
        <Fact word={t("Source")} title={source}>
          {visibleText(baseName(source))}
        </Fact>
      )}
      {commit !== null && commit !== "" && (
        <Fact word={t("Commit")} title={commit} copy={{ text: commit, label: t("Copy commit") }}>
          <span class="mono">{visibleText(commit.slice(0, 7))}</span>
        </Fact>
      )}
      <Fact word={t("Run ID")} title={row.id} copy={{ text: row.id, label: t("Copy run ID") }}>
        <span class="mono">{shortId(row.id)}</span>
      </Fact>
      {view.storeLabel !== "." && (
        <Fact word={t("Store")} title={row.ref.store}>
          {visibleText(view.storeLabel)}
        </Fact>
      )}
    </dl>
  );
}

/** The value this run is judged by, large, and whether it is the best of its experiment. */
function PrimaryFact({ view: { row } }: { readonly view: RunView }) {
  const primary = row.primary;
  if (primary === null) return null;
  return (
    <Fact word={primary.key} large>
      <Num value={primary.value} />
      {primary.best && (
        <span class="best" title={t("The best of its experiment")}>
          <Icon name="star" solid />
          {t("Best")}
        </span>
      )}
    </Fact>
  );
}

interface FactProps {
  readonly word: string;
  readonly title?: string;
  readonly large?: boolean;
  readonly copy?: { readonly text: string; readonly label: string };
  readonly children: ComponentChildren;
}

function Fact({ word, title, large = false, copy, children }: FactProps) {
  return (
    <div class={large ? "fact large" : "fact"} title={title}>
      <dt>{visibleText(word)}</dt>
      <dd>
        {large ? children : <span class="fact-text">{children}</span>}
        {copy !== undefined && <CopyButton {...copy} />}
      </dd>
    </div>
  );
}

/** The last part of a path of any system. */
function baseName(path: string): string {
  return (
    path
      .split(/[\\/]/)
      .filter((part) => part !== "")
      .at(-1) ?? path
  );
}
