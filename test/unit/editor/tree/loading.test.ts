import { deepEqual } from "node:assert/strict";
import { Loading } from "../../../../src/editor/tree/loading.ts";

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

describe("lists that are being loaded", () => {
  it("are waited for, and those below rows that they draw open", async () => {
    const loading = new Loading();
    const events: string[] = [];
    const list = async (id: string, open: readonly string[]) => {
      await loading.begin(id, pause(30));
      events.push(`given ${id || "roots"}`);
      for (const child of open) loading.expect(child);
    };
    const roots = list("", ["store"]);
    const quiet = loading.quiet().then(() => events.push("quiet"));
    await roots;
    await pause(120);
    await list("store", []);
    await quiet;
    deepEqual(events, ["given roots", "given store", "quiet"]);
  });

  it("are none where nothing was asked", async () => {
    const loading = new Loading();
    const events: string[] = [];
    await Promise.race([loading.quiet().then(() => events.push("quiet")), pause(20)]);
    deepEqual(events, ["quiet"]);
  });

  it("are waited for although they fail, and not for ever where nobody asks", async () => {
    const loading = new Loading(200);
    await loading.begin("a", Promise.reject(new Error("no"))).catch(() => undefined);
    await loading.quiet();
    loading.expect("hidden");
    const begun = Date.now();
    await loading.quiet();
    const waited = Date.now() - begun;
    deepEqual([waited >= 190, waited < 5000], [true, true]);
  });
});
