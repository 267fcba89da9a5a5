export type Version = readonly [major: number, minor: number];

/** Which versions of MLflow may be installed: from one on, and before another; null where nothing is said. */
export interface VersionRange {
  readonly from: Version | null;
  readonly before: Version | null;
}

export const NO_VERSION: VersionRange = { from: null, before: null };

export function exactly(version: Version): VersionRange {
  return { from: version, before: next(version) };
}

export function atMost(version: Version): VersionRange {
  return { from: null, before: next(version) };
}

export function isBefore([major, minor]: Version, [otherMajor, otherMinor]: Version): boolean {
  return major < otherMajor || (major === otherMajor && minor < otherMinor);
}

/** What two sources say together. */
export function both(a: VersionRange, b: VersionRange): VersionRange {
  const from = a.from === null || (b.from !== null && isBefore(a.from, b.from)) ? b.from : a.from;
  const before = a.before === null || (b.before !== null && isBefore(b.before, a.before)) ? b.before : a.before;
  return { from, before };
}

/** The one version that a range leaves, if it leaves one. */
export function onlyVersion({ from, before }: VersionRange): Version | null {
  return from !== null && before !== null && !isBefore(next(from), before) ? from : null;
}

/**
 * The MLflow that one requirement of pip asks for (`mlflow==2.14.0`, `mlflow[extras]>=2,<3`); null where it is another
 * package. A name without a version leaves every one possible.
 */
export function mlflowRequired(requirement: string): VersionRange | null {
  const [, conditions] = /^mlflow(?:\[[^\]]*\])?([=<>~!].*)?$/s.exec(requirement.slice(0, 200).replace(/\s+/g, "")) ?? [
    "",
  ];
  if (conditions === undefined) return /^\s*mlflow\s*(\[|$)/.test(requirement) ? NO_VERSION : null;
  let range = NO_VERSION;
  for (const condition of conditions.split(",")) {
    const found = /^(===?|=|~=|<=?|>=?)v?(\d{1,3})(?:\.(\d{1,3}))?(?:\.(\d+))?/.exec(condition);
    if (found === null) continue;
    const [, operator = "", major, minor, patch] = found;
    const version: Version = [Number(major), Number(minor ?? 0)];
    range = both(range, conditionRange(operator, version, minor !== undefined, patch !== undefined));
  }
  return range;
}

/** The MLflow of a requirements file; null where it names none. */
export function mlflowOfRequirements(text: string): VersionRange | null {
  let range: VersionRange | null = null;
  for (const line of text.slice(0, 1 << 16).split("\n")) range = mlflowRequired(line.split(/[;#]/)[0] ?? "") ?? range;
  return range;
}

function conditionRange(operator: string, version: Version, hasMinor: boolean, hasPatch: boolean): VersionRange {
  const beyond: Version = hasMinor ? next(version) : [version[0] + 1, 0];
  switch (operator) {
    case "<":
      // `<3.1.2` leaves 3.1.0 and 3.1.1.
      return { from: null, before: hasPatch ? next(version) : version };
    case "<=":
      return { from: null, before: next(version) };
    case "~=":
      return { from: version, before: hasPatch ? next(version) : [version[0] + 1, 0] };
    case ">":
    case ">=":
      return { from: version, before: null };
    default:
      return { from: version, before: beyond };
  }
}

function next([major, minor]: Version): Version {
  return [major, minor + 1];
}
