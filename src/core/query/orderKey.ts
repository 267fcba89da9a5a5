/** What runs are ordered by: one value of them and a direction. */
export interface OrderKey {
  readonly entity: "metrics" | "params" | "tags" | "attributes";
  readonly key: string;
  readonly descending: boolean;
}

/** Attributes of a run that MLflow orders by. */
export const ORDER_ATTRIBUTES = [
  "run_id",
  "run_name",
  "status",
  "start_time",
  "end_time",
  "user_id",
  "artifact_uri",
] as const;

export type OrderAttribute = (typeof ORDER_ATTRIBUTES)[number];

/** An ordering that cannot be understood; `reason` is one sentence for a person. */
export class BadOrder extends Error {
  readonly reason: string;

  constructor(reason: string) {
    super(reason);
    this.name = "BadOrder";
    this.reason = reason;
  }
}

const ENTITIES: Readonly<Record<string, OrderKey["entity"]>> = {
  metric: "metrics",
  metrics: "metrics",
  param: "params",
  params: "params",
  parameter: "params",
  parameters: "params",
  tag: "tags",
  tags: "tags",
  attribute: "attributes",
  attributes: "attributes",
  attr: "attributes",
  run: "attributes",
};

const QUOTED = /^(`[^`]*`|"[^"]*"|'[^']*')$/;

/** Reads one ordering as MLflow's `order_by` has it: `metrics.rmse ASC`, ``params.`learning rate` desc``, `start_time`. */
export function parseOrderKey(text: string): OrderKey {
  const match = /^(.*?)(?:\s+(asc|desc))?$/is.exec(text.trim());
  const left = match?.[1]?.trim() ?? "";
  const descending = match?.[2]?.toLowerCase() === "desc";
  if (left === "") throw new BadOrder("An ordering is empty: write a key and ASC or DESC, such as 'metrics.rmse ASC'.");
  const dot = left.indexOf(".");
  const isBare = dot < 0 || (QUOTED.test(left) && !left.startsWith("`"));
  const first = isBare ? null : entityOf(left.slice(0, dot), text);
  const key = keyOf(isBare ? left : left.slice(dot + 1), text);
  if (first !== null && first !== "attributes") return { entity: first, key, descending };
  return { entity: "attributes", key: attributeOf(key, text), descending };
}

function entityOf(text: string, whole: string): OrderKey["entity"] {
  const name = /^`.*`$/.test(text) ? text.slice(1, -1) : text;
  const entity = Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : undefined;
  if (entity) return entity;
  throw new BadOrder(
    `Runs cannot be ordered by ${shown(whole)}: write metrics., params., tags. or an attribute's name.`,
  );
}

function keyOf(text: string, whole: string): string {
  if (QUOTED.test(text)) return text.slice(1, -1);
  if (text !== "" && /^[^\s/`"',()-]+$/.test(text)) return text;
  throw new BadOrder(`The key in ${shown(whole)} needs backticks or double quotes around it.`);
}

function attributeOf(key: string, whole: string): OrderAttribute {
  if (key === "created" || key === "Created") return "start_time";
  const attribute = ORDER_ATTRIBUTES.find((name) => name === key);
  if (attribute) return attribute;
  const known = ORDER_ATTRIBUTES.join(", ");
  throw new BadOrder(`Runs cannot be ordered by ${shown(whole)}: the attributes are ${known}.`);
}

function shown(text: string): string {
  return JSON.stringify(text);
}
