import type { RegisteredModel } from "../../model/registry.ts";
import { byCodePoint, textOf } from "../../model/text.ts";
import { type Found, testOf } from "../evaluate.ts";
import type { Comparison, Dialect } from "../expression.ts";
import { faultAt } from "../fault.ts";
import { sortBy } from "../order.ts";
import { type OrderKey, readDatabaseOrder, readDirection, readOrderKey } from "../orderKey.ts";
import { answerOf, checkedMost, offsetOf, pageOf, type SearchAnswer, type SearchRequest } from "./page.ts";
import { asksForPrompts, isPrompt, readWithoutPrompts, untaggedAreModels, withoutPromptTag } from "./prompts.ts";
import { refuseFaults } from "./sqliteFaults.ts";

const MOST = 1000;
const FALLBACK = 100;

/** Registered models as `search_registered_models` of MLflow answers them: no prompts, unless they are asked for. */
export function searchRegisteredModels(
  models: readonly RegisteredModel[],
  request: SearchRequest,
  dialect: Dialect,
): SearchAnswer<RegisteredModel> {
  return answerOf(() => {
    const least = dialect === "file" ? 1 : 0;
    const most = checkedMost(request.maxResults, { fallback: FALLBACK, least, most: MOST });
    const [found, keys] = dialect === "file" ? fromFiles(models, request) : fromDatabase(models, request);
    return pageOf(ordered(found, keys), offsetOf(request.pageToken), most);
  });
}

type FoundModels = readonly [readonly RegisteredModel[], readonly OrderKey[]];

function fromFiles(models: readonly RegisteredModel[], { filter, orderBy }: SearchRequest): FoundModels {
  const test = testOf(untaggedAreModels(readWithoutPrompts(filter, "registered_models")), "file", lookUp);
  return [models.filter(test), orderBy.map((key) => readOrderKey(key, "registered_models"))];
}

function fromDatabase(models: readonly RegisteredModel[], { filter, orderBy }: SearchRequest): FoundModels {
  const expression = readWithoutPrompts(filter, "registered_models");
  const keys = readDatabaseOrder(orderBy, databaseKey);
  refuseFaults(expression);
  if (asksForPrompts(expression)) return [models.filter(testOf(expression, "sqlite", lookUp)), keys];
  const test = testOf(withoutPromptTag(expression), "sqlite", lookUp);
  return [models.filter((model) => !isPrompt(model.tags) && test(model)), keys];
}

const TIMES = ["timestamp", "last_updated_timestamp"];

/** A database is ordered by the name or by the time of the last change, under two names. */
function databaseKey(text: string): OrderKey {
  const { name, descending } = readDirection(text);
  if (name === "name") return { entity: "attribute", key: "name", descending };
  if (TIMES.includes(name)) return { entity: "attribute", key: "last_updated_timestamp", descending };
  throw faultAt(
    "bad-order-by",
    { from: 0, to: text.length },
    "Registered models of a database are ordered by name or timestamp.",
    {
      expected: ["name", "timestamp"],
    },
  );
}

function lookUp({ name, tags }: RegisteredModel, { entity, key }: Comparison): Found {
  return entity === "tag" ? textOf(tags, key) : name;
}

/** Ties by name. */
function ordered(models: readonly RegisteredModel[], keys: readonly OrderKey[]): RegisteredModel[] {
  const values = keys.map(({ key, descending }) => ({
    descending,
    value: (model: RegisteredModel) => {
      if (key === "name") return model.name;
      return key === "creation_timestamp" ? model.created : model.updated;
    },
  }));
  return sortBy(models, values, (a, b) => byCodePoint(a.name, b.name));
}
