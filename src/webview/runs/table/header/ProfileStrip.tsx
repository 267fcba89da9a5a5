import type { ColumnProfile } from "../../../../core/model/runsTable.ts";
import type { CategoryLooks } from "../cells/categoryLooks.ts";

interface Props {
  readonly profile: ColumnProfile;
  readonly looks: CategoryLooks;
}

/** A column at a glance: how its numbers are spread, or how often its most frequent values are; words say it as well. */
export function ProfileStrip({ profile, looks }: Props) {
  return profile.histogram.length > 0 ? (
    <Histogram counts={profile.histogram} />
  ) : (
    <Shares profile={profile} looks={looks} />
  );
}

const HEIGHT = 12;

function Histogram({ counts }: { readonly counts: readonly number[] }) {
  const most = Math.max(...counts, 1);
  const path = counts.map((count, index) => {
    // What is there is seen, however rare.
    const height = count === 0 ? 0 : Math.max(1.5, (count / most) * HEIGHT);
    return `M${index} ${HEIGHT}h.8v${-height}h-.8z`;
  });
  return (
    <svg class="histogram" viewBox={`0 0 ${counts.length} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      <path d={path.join("")} />
    </svg>
  );
}

/** Frequent values that are of fewer runs are none. */
const LEAST_SHARE = 0.1;

/** One piece a frequent value, in its colour where it has one; then the others, then what runs miss. */
function Shares({ profile, looks }: Props) {
  const { top, present, missing, distinct } = profile;
  const runs = present + missing;
  const counted = top.reduce((sum, { count }) => sum + count, 0);
  // Hundreds of different values have no picture.
  if (counted < runs * LEAST_SHARE || (distinct === present && distinct > top.length)) return null;
  return (
    <div class="shares">
      {top.map(({ value, count }, index) => {
        const look = looks.look(profile, value);
        const name = profile.type === "status" ? ` share-${value}` : look === null ? "" : ` category-${look}`;
        return <span key={index} class={`share${name}`} style={{ flexGrow: count / runs }} />;
      })}
      {counted < present && <span class="share others" style={{ flexGrow: (present - counted) / runs }} />}
      {missing > 0 && <span class="share none" style={{ flexGrow: missing / runs }} />}
    </div>
  );
}
