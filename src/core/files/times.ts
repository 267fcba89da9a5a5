import { toTime } from "./run.ts";

/** A time in milliseconds since 1970, from digits or an ISO text (`2024-02-29T08:30:34.399Z`); null where there is none. */
export function toInstant(text: string | null | undefined): number | null {
  if (!text || !/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(text)) return toTime(text);
  const time = Date.parse(text.replace(" ", "T").replace(/(\.\d{3})\d+/, "$1"));
  return Number.isNaN(time) ? null : time;
}

/** A duration in milliseconds, from a number of them or the seconds of a protobuf text (`0.3s`); null for neither. */
export function toDuration(text: string | null | undefined): number | null {
  const match = /^(-?\d{1,15}(?:\.\d{1,9})?)(s?)$/.exec(text ?? "");
  if (!match) return null;
  const value = Number(match[1]);
  return match[2] === "s" ? Math.round(value * 1000) : value;
}
