import type { Trace } from "../../core/model/trace.ts";
import { visibleText } from "../../core/model/visibleText.ts";
import { duration } from "../ui/format/time.ts";
import { t } from "../ui/l10n.ts";
import { RelativeTime } from "../ui/RelativeTime.tsx";
import { Section } from "../ui/Section.tsx";
import type { Column } from "../ui/table/column.ts";
import { DataTable } from "../ui/table/DataTable.tsx";
import { Value } from "../ui/Value.tsx";

/** The traces that belong to the run, in short. */
export function Traces({ traces }: { readonly traces: readonly Trace[] }) {
  if (traces.length === 0) return null;
  return (
    <Section title={t("Traces")} count={traces.length}>
      <DataTable label={t("Traces")} columns={columns()} rows={traces} rowKey={({ id }) => id} minWidth="56em" />
    </Section>
  );
}

function columns(): readonly Column<Trace>[] {
  return [
    {
      id: "time",
      title: t("Requested"),
      width: "8.5em",
      sortBy: ({ requestTime }) => requestTime,
      render: ({ requestTime }) => (requestTime === null ? "–" : <RelativeTime time={requestTime} />),
    },
    { id: "state", title: t("State"), width: "6em", render: ({ state }) => visibleText(state) },
    {
      id: "duration",
      title: t("Took"),
      width: "6.5em",
      end: true,
      sortBy: ({ durationMs }) => durationMs,
      render: ({ durationMs }) => (durationMs === null ? "–" : duration(durationMs)),
    },
    {
      id: "request",
      title: t("Request"),
      render: (trace) => <Preview text={trace.requestPreview} what={t("Copy request")} />,
    },
    {
      id: "response",
      title: t("Response"),
      render: (trace) => <Preview text={trace.responsePreview} what={t("Copy response")} />,
    },
  ];
}

function Preview({ text, what }: { readonly text: string | null; readonly what: string }) {
  return text === null ? <span class="dim">–</span> : <Value text={text} copyLabel={what} tab={false} />;
}
