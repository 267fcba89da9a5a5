import { useMemo } from "preact/hooks";
import { type Stretch, wordDiff } from "../../../../core/compare/wordDiff.ts";
import { visibleLines } from "../../../ui/format/text.ts";
import { Value } from "../../../ui/Value.tsx";
import { excerpt } from "./excerpt.ts";

interface Props {
  readonly text: string;
  /** What it is set against. */
  readonly other: string;
  /** Whether it is the earlier of the two. */
  readonly isBefore: boolean;
  readonly copyLabel: string;
}

/** A text with the words marked that another has not; of a long one, what stands about them. */
export function ComparedText({ text, other, isBefore, copyLabel }: Props) {
  const stretches = useMemo(
    () => (isBefore ? wordDiff(text, other).before : wordDiff(other, text).after),
    [text, other, isBefore],
  );
  // Where nothing is common, as in two ids, marks would say nothing.
  if (stretches.every(({ changed, text: own }) => changed || own.trim() === "")) {
    return <Value text={text} copyLabel={copyLabel} tab={false} />;
  }
  const draw = (all: boolean) => <Stretches stretches={all ? stretches : excerpt(stretches)} isBefore={isBefore} />;
  return <Value text={text} copyLabel={copyLabel} tab={false} draw={draw} />;
}

function Stretches({ stretches, isBefore }: { readonly stretches: readonly Stretch[]; readonly isBefore: boolean }) {
  return (
    <>
      {stretches.map(({ text, changed }, index) => {
        const shown = visibleLines(text);
        if (!changed) return shown;
        return isBefore ? <del key={index}>{shown}</del> : <ins key={index}>{shown}</ins>;
      })}
    </>
  );
}
