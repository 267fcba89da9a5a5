import assert from "node:assert/strict";
import { SqliteUnavailable } from "../../../../src/engine/sqlite/errors.ts";
import { openSqliteReader } from "../../../../src/engine/sqlite/reader.ts";
import { immutableUri, parseSqliteUri } from "../../../../src/engine/sqlite/uri.ts";

describe("sqlite URIs", () => {
  const paths: [string, string | null][] = [
    ["sqlite:///mlflow.db", "mlflow.db"],
    ["sqlite:////data/mlflow.db", "/data/mlflow.db"],
    ["sqlite:///C:/data/mlflow.db", "C:/data/mlflow.db"],
    ["sqlite:///C:\\data\\mlflow.db", "C:\\data\\mlflow.db"],
    ["sqlite+pysqlite:///a%20b#c.db?timeout=5", "a%20b#c.db"],
    ["sqlite:///:memory:", null],
    ["sqlite://", null],
    ["postgresql://host/db", null],
    ["mlflow.db", null],
  ];
  for (const [uri, path] of paths) it(`reads ${uri}`, () => assert.equal(parseSqliteUri(uri), path));

  it("encode what would end a path", () => {
    assert.equal(immutableUri("/a b/50%?#.db", "linux"), "file:///a b/50%25%3f%23.db?mode=ro&immutable=1");
    assert.equal(immutableUri("/back\\slash.db", "linux"), "file:///back\\slash.db?mode=ro&immutable=1");
    assert.equal(immutableUri("C:\\data\\m.db", "win32"), "file:///C:/data/m.db?mode=ro&immutable=1");
    assert.equal(immutableUri("\\\\host\\share\\m.db", "win32"), "file:////host/share/m.db?mode=ro&immutable=1");
  });
});

describe("a Node without SQLite", () => {
  it("says which one is needed", async () => {
    const { getBuiltinModule } = process;
    Object.assign(process, { getBuiltinModule: () => undefined });
    try {
      const reader = openSqliteReader({ key: "/x/mlflow.db", kind: "sqlite", base: "/x", label: "mlflow.db" });
      await assert.rejects(reader.experiments(), (error: unknown) => {
        assert.ok(SqliteUnavailable.is(error));
        assert.match(error.reason, /^Reading mlflow\.db needs Node 22\.13 or newer; this is Node \d+\.\d+\.$/);
        return true;
      });
      await reader.close();
    } finally {
      Object.assign(process, { getBuiltinModule });
    }
  });
});
