/** The experiment and run folder that a path below a store leads through, where it leads below one. */
export function runOf(path: string): { readonly experiment: string; readonly run: string } | null {
  const [, experiment, run] = /^((?:\.trash\/)?[^/]+)\/([^/]+)\//.exec(path) ?? [];
  return experiment === undefined || run === undefined ? null : { experiment, run };
}

/** The experiment folder that a path lies in, for saying things once of each. */
export function experimentOf(path: string): string | null {
  return /^((?:\.trash\/)?[^/]+)\//.exec(path)?.[1] ?? null;
}
