import { clock } from "./clock.ts";
import { ago, moment } from "./format/time.ts";

interface Props {
  /** Milliseconds since 1970. */
  readonly time: number;
}

/** "3 d ago", with the moment itself on hover. */
export function RelativeTime({ time }: Props) {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return <span>{String(time)}</span>;
  return (
    <time dateTime={date.toISOString()} title={moment(time)}>
      {ago(time, clock.value)}
    </time>
  );
}
