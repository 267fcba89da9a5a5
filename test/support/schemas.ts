import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const need = createRequire(join(process.cwd(), "package.json"));

/** Faults of a value by the JSON schema of SARIF 2.1.0; null where the validator is not installed. */
export function sarifFaults(value: unknown): readonly string[] | null {
  const ajv = installed("ajv");
  if (ajv === null) return null;
  const { $schema: _, id, ...rest } = JSON.parse(readFileSync("test/fixtures/schemas/sarif-2.1.0.json", "utf8"));
  const formats = { uri: isUri, "uri-reference": isUriReference, "date-time": /^\d{4}-\d\d-\d\dT/ };
  const validate = new ajv.default({ strict: false, allErrors: true, unicodeRegExp: false, formats }).compile({
    ...rest,
    $id: id,
  });
  validate(value);
  const errors: readonly { instancePath: string; message?: string }[] = validate.errors ?? [];
  return errors.map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** Faults of an XML text by the XSD of JUnit reports; null where the validator is not installed. */
export async function junitFaults(xml: string): Promise<readonly string[] | null> {
  const lint = installed("xmllint-wasm");
  if (lint === null) return null;
  const schema = { fileName: "junit.xsd", contents: readFileSync("test/fixtures/schemas/junit-10.xsd", "utf8") };
  const { errors } = await lint.validateXML({ xml: [{ fileName: "report.xml", contents: xml }], schema: [schema] });
  return errors.map(({ rawMessage }: { rawMessage: string }) => rawMessage);
}

// biome-ignore lint/suspicious/noExplicitAny: packages whose types need not be there
function installed(name: string): any {
  try {
    return need(name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "MODULE_NOT_FOUND") return null;
    throw error;
  }
}

/** The characters of RFC 3986, percent signs in front of two digits alone. */
const CHARACTERS = /^(?:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*$/;

function isUri(text: string): boolean {
  return CHARACTERS.test(text) && /^[A-Za-z][A-Za-z0-9+.-]*:/.test(text);
}

function isUriReference(text: string): boolean {
  // The first segment of a relative path has no colon.
  return CHARACTERS.test(text) && (isUri(text) || !text.split("/")[0]?.includes(":"));
}
