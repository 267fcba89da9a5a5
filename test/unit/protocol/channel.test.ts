import { deepStrictEqual, rejects, strictEqual } from "node:assert";
import { Channel, ChannelError, type Guards } from "../../../src/protocol/channel.ts";
import { portPair } from "./portPair.ts";

interface Host {
  double(n: number): Promise<number>;
  fail(): Promise<void>;
  never(): Promise<void>;
}
interface Page {
  changed(snapshot: { readonly n: number }): void;
}

const host: Host = {
  double: async (n) => 2 * n,
  fail: async () => {
    throw new Error("the disk is gone");
  },
  never: () => new Promise(() => undefined),
};
const guards: Guards<Host> = {
  double: ([n, ...rest]) => (typeof n === "number" && rest.length === 0 ? [n] : null),
  fail: () => [],
  never: () => [],
};

function connected(changed: Page["changed"] = () => undefined) {
  const [left, right] = portPair();
  const toPage = new Channel<Page, Host>(left, host, guards);
  const toHost = new Channel<Host, Page>(right, { changed }, null);
  return { toPage, toHost, rawToHost: right };
}

const failure = (reason: string) => (error: unknown) => ChannelError.is(error) && error.reason === reason;

describe("Channel", () => {
  it("answers requests in any number at once", async () => {
    const { toHost } = connected();
    deepStrictEqual(await Promise.all([1, 2, 3].map((n) => toHost.ask("double", n))), [2, 4, 6]);
    strictEqual(await toHost.ask("double", Number.NaN).then(Number.isNaN), true);
  });

  it("rejects with what the other side says went wrong", async () => {
    const { toHost } = connected();
    await rejects(toHost.ask("fail"), /the disk is gone/);
    await rejects(toHost.ask("fail"), failure("failed"));
  });

  it("refuses arguments its guard does not take", async () => {
    const { toHost } = connected();
    await rejects(toHost.ask("double", "2" as unknown as number), failure("refused"));
  });

  it("refuses methods that are no one's", async () => {
    const [left, right] = portPair();
    new Channel<Page, Host>(left, host, guards);
    const stranger = new Channel<Record<string, (...args: unknown[]) => Promise<unknown>>, Page>(
      right,
      { changed: () => undefined },
      null,
    );
    for (const method of ["nothing", "constructor", "toString", "__proto__", "hasOwnProperty"]) {
      await rejects(stranger.ask(method), failure("refused"), method);
    }
  });

  it("ignores messages that are not its own", async () => {
    const { toHost, rawToHost } = connected();
    for (const noise of [null, 1, "x", [], {}, { type: "ask" }, { type: "ask", id: "1", method: 3, args: [] }]) {
      rawToHost.post(noise);
    }
    rawToHost.post({ type: "reply", id: 1, value: "forged" });
    strictEqual(await toHost.ask("double", 4), 8);
  });

  it("delivers events, and only events that are known", async () => {
    const seen: number[] = [];
    const { toPage, toHost } = connected(({ n }) => seen.push(n));
    toPage.tell("changed", { n: 7 });
    await toHost.ask("double", 1);
    deepStrictEqual(seen, [7]);
  });

  it("rejects what is pending, and all that follows, when disposed", async () => {
    const { toHost } = connected();
    const pending = toHost.ask("never");
    toHost.dispose();
    await rejects(pending, failure("disposed"));
    await rejects(toHost.ask("double", 1), failure("disposed"));
  });

  it("survives a listener that throws", async () => {
    const { toPage, toHost } = connected(() => {
      throw new Error("a fault of the page");
    });
    toPage.tell("changed", { n: 1 });
    strictEqual(await toHost.ask("double", 2), 4);
  });
});
