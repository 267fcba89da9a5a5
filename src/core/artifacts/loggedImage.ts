/** An image that `mlflow.log_image(image, key=…, step=…)` wrote. */
export interface LoggedImage {
  readonly key: string;
  readonly step: number;
  /** Milliseconds since 1970. */
  readonly timestamp: number;
}

/** `images/<key>%step%<n>%timestamp%<ms>%<uuid>.png` up to 2.x, with `+` for `%` in 3.x; `/` of a key is `#`. */
const NAME = /^images\/(.+)([%+])step\2(-?\d+)\2timestamp\2(\d+)\2[0-9a-f-]{8,}(?:\2compressed)?\.(?:png|webp|jpe?g)$/i;

/** What the path of an artifact says of a logged image; null for any other file. */
export function loggedImage(path: string): LoggedImage | null {
  const [, key, , step, timestamp] = NAME.exec(path) ?? [];
  if (key === undefined) return null;
  return { key: key.replaceAll("#", "/"), step: Number(step), timestamp: Number(timestamp) };
}

/** Whether it is the small twin that MLflow writes of each logged image. */
export function isThumbnail(path: string): boolean {
  return /[%+]compressed\.webp$/i.test(path);
}
