import type { ModelVersion } from "../../model/registry.ts";
import { byCodePoint, textOf } from "../../model/text.ts";
import { type Found, testOf } from "../evaluate.ts";
import { type Comparison, type Dialect, type Expression, mapComparisons } from "../expression.ts";
import { problemAt } from "../fault.ts";
import { byNumber, type OrderValue, sortBy } from "../order.ts";
import { type OrderKey, readDatabaseOrder, readOrderKey } from "../orderKey.ts";
import { readFilter } from "../readFilter.ts";
import { answerOf, checkedMost, offsetOf, pageOf, type SearchAnswer, type SearchRequest } from "./page.ts";
import { asksForPrompts, isPrompt, readWithoutPrompts, untaggedAreModels, withoutPromptTag } from "./prompts.ts";
import { pythonInt, refuseFaults, wholeNumber } from "./sqliteFaults.ts";

const BOUNDS = { fallback: 10_000, least: 1, most: 200_000 };

const DEFAULT_ORDER = ["last_updated_timestamp DESC", "name ASC", "version_number DESC"];

/** Model versions as `search_model_versions` of MLflow answers them: none of prompts, unless they are asked for. */
export function searchModelVersions(
  versions: readonly ModelVersion[],
  request: SearchRequest,
  dialect: Dialect,
): SearchAnswer<ModelVersion> {
  return answerOf(() => {
    const most = checkedMost(request.maxResults, BOUNDS);
    const found = dialect === "file" ? fromFiles(versions, request.filter) : fromDatabase(versions, request.filter);
    const order = request.orderBy.length > 0 ? request.orderBy : DEFAULT_ORDER;
    const read = (text: string): OrderKey => readOrderKey(text, "model_versions");
    const keys = dialect === "file" ? order.map(read) : readDatabaseOrder(order, read);
    return pageOf(ordered(found, keys), offsetOf(request.pageToken), most);
  });
}

function fromFiles(versions: readonly ModelVersion[], filter: string): ModelVersion[] {
  const expression = wholeNumbers(untaggedAreModels(readWithoutPrompts(filter, "model_versions")), wholePart);
  return versions.filter(testOf(expression, "file", lookUp));
}

function fromDatabase(versions: readonly ModelVersion[], filter: string): ModelVersion[] {
  const read = readFilter(filter, "model_versions");
  refuseFaults(read);
  const expression = wholeNumbers(read, (comparison) => ({
    ...comparison,
    value: wholeNumber(comparison, comparison.value),
  }));
  if (asksForPrompts(expression)) return versions.filter(testOf(expression, "sqlite", lookUp));
  const prompts = new Set(versions.filter(({ tags }) => isPrompt(tags)).map(({ name }) => name));
  const test = testOf(withoutPromptTag(expression), "sqlite", lookUp);
  return versions.filter((version) => !prompts.has(version.name) && test(version));
}

/** A version's number may be given as a text. */
function wholeNumbers(expression: Expression, whole: (comparison: Comparison) => Comparison): Expression {
  return mapComparisons(expression, (comparison) => {
    const isNumber = comparison.entity === "attribute" && comparison.key === "version_number" && !comparison.fault;
    return isNumber ? whole(comparison) : comparison;
  });
}

/** The file store cuts what is behind the point, and says what is no number when it comes to be asked. */
function wholePart(comparison: Comparison): Comparison {
  const { value } = comparison;
  const number = typeof value === "number" ? Math.trunc(value) : pythonInt(String(value));
  if (Number.isFinite(number)) return { ...comparison, value: number };
  const reason = "version_number is compared with a whole number.";
  return { ...comparison, fault: problemAt("other", comparison, reason, { expected: ["1"] }) };
}

function lookUp(version: ModelVersion, { entity, key }: { readonly entity: string; readonly key: string }): Found {
  return entity === "tag" ? textOf(version.tags, key) : attributeOf(version, key);
}

function attributeOf(version: ModelVersion, key: string): OrderValue {
  switch (key) {
    case "name":
      return version.name;
    case "version_number":
      return Number(version.version);
    case "run_id":
      return version.runId;
    case "source_path":
      return version.source;
    case "creation_timestamp":
      return version.created;
    case "last_updated_timestamp":
      return version.updated;
    default:
      return null;
  }
}

/** Ties by name, then the greatest number first. */
function ordered(versions: readonly ModelVersion[], keys: readonly OrderKey[]): ModelVersion[] {
  const values = keys.map(({ key, descending }) => ({
    descending,
    value: (version: ModelVersion) => attributeOf(version, key),
  }));
  return sortBy(
    versions,
    values,
    (a, b) => byCodePoint(a.name, b.name) || byNumber(Number(b.version), Number(a.version)),
  );
}
