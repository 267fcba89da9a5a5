import path from "node:path";
import type { Severity } from "../../core/model/finding.ts";
import type { RunRef } from "../../core/model/run.ts";
import { Standing, type StandingFindings } from "../../core/verify/standing.ts";
import type { Verification } from "../../core/verify/verified.ts";
import type { GitRunner } from "../git/runner.ts";
import type { Session } from "../indexing/session.ts";
import type { Shards } from "../worker/shards.ts";
import { Blame } from "./blame.ts";
import { stumblesOf } from "./portions.ts";
import { renewRuns } from "./renewRuns.ts";
import type { VerifyHooks, VerifyRequest } from "./request.ts";
import { Turns } from "./turns.ts";
import { verifyStores } from "./verify.ts";
import { type VerifiedChange, verifyBetween } from "./verifyBetween.ts";

const DATA: VerifyRequest = { target: { kind: "data" }, level: "full", only: null };

/** Verifies open stores, one verification at a time, and keeps what was found for as long as it holds. */
export class VerifyDesk {
  readonly #sessions: () => readonly Session[];
  readonly #git: GitRunner | undefined;
  readonly #shards: Shards | null;
  readonly #standing = new Standing();
  readonly #blame: Blame;
  /** Sessions whose stumbles while reading were looked at. */
  readonly #begun = new WeakSet<Session>();
  #request = DATA;
  readonly #turns = new Turns();
  /** Ended by what comes after it, and by what somebody waits for. */
  #following = new AbortController();
  #background = new AbortController();

  constructor(sessions: () => readonly Session[], git: GitRunner | undefined, shards: Shards | null) {
    this.#sessions = sessions;
    this.#git = git;
    this.#blame = new Blame(git);
    this.#shards = shards;
  }

  get progress(): { readonly done: number; readonly total: number } | null {
    return this.#turns.progress;
  }

  cancel(): void {
    this.#turns.cancel();
  }

  /** Verifies every store; what was found stands from then on, where it came to its end and every rule was asked. */
  verify(base: string, request: VerifyRequest): Promise<Verification> {
    return this.#ask((hooks) => this.#whole(base, request, hooks));
  }

  /** Verifies what two commits changed; what was found does not stand. */
  between(
    git: GitRunner,
    base: string,
    commits: { readonly before: string; readonly after: string },
    request: VerifyRequest,
  ): Promise<VerifiedChange | null> {
    const stores = this.#sessions().map(({ index }) => index.ref);
    return this.#ask((hooks) => verifyBetween(git, base, stores, commits, request, hooks));
  }

  /** Verifies what changed since it was last verified; the first time of a store, what its reader stumbled over. */
  follow(least: Severity): Promise<void> {
    this.#following.abort();
    const following = new AbortController();
    this.#following = following;
    return this.#turns.take(async () => {
      for (const session of this.#sessions()) {
        if (following.signal.aborted) return;
        await this.#followOne(session, least, following.signal);
        await this.#blame.look(session, this.#damagedIn(session));
      }
    });
  }

  stands(least: Severity): StandingFindings {
    this.#standing.keep((store) => this.#sessions().some(({ index }) => index.ref.key === store));
    const damaged = this.#standing.damaged();
    return {
      target: this.#request.target,
      damagedRuns: damaged.length,
      blamed: this.#blame.of(damaged),
      errors: this.#standing.all().filter(({ severity }) => severity === "error").length,
      folds: this.#standing.folds(least, path.resolve),
    };
  }

  /** What runs unasked gives way. */
  #ask<T>(work: (hooks: VerifyHooks) => Promise<T>): Promise<T> {
    this.#following.abort();
    this.#background.abort();
    this.#background = new AbortController();
    return this.#turns.ask(work);
  }

  #damagedIn({ index }: Session): RunRef[] {
    return this.#standing.damaged().filter(({ store }) => store === index.ref.key);
  }

  async #whole(base: string, request: VerifyRequest, hooks: VerifyHooks): Promise<Verification> {
    const sessions = this.#sessions();
    const taken = sessions.map((session) => ({ session, touched: session.touched.take() }));
    const stores = sessions.map(({ index }) => index.ref);
    const verification = await verifyStores(base, stores, request, {
      ...hooks,
      git: this.#git,
      shards: this.#shards,
    });
    if (verification.unfinished === null && request.only === null) {
      this.#request = unasked(request);
      this.#standing.replaceAll(base, verification.findings, (store) => isClosed(verification, store));
      for (const session of sessions) this.#begun.add(session);
    } else for (const { session, touched } of taken) session.touched.putBack(touched);
    return verification;
  }

  async #followOne(session: Session, least: Severity, signal: AbortSignal): Promise<void> {
    const { touched, index } = session;
    if (!this.#begun.has(session)) touched.putBack(stumblesOf(session, least));
    this.#begun.add(session);
    const taken = touched.take();
    if (!taken.everything && taken.runs.size === 0) return;
    if (this.#standing.hasBeside(least)) {
      touched.putBack(taken);
      await this.#whole(index.ref.base, this.#request, { signal: this.#background.signal });
    } else if (taken.everything || this.#standing.needsWhole(index.ref.key, least)) await this.#wholeStore(session);
    else {
      touched.putBack(taken);
      await renewRuns(session, this.#standing, this.#request, signal);
    }
  }

  async #wholeStore({ index: { ref }, touched }: Session): Promise<void> {
    const { signal } = this.#background;
    const hooks = { git: this.#git, shards: this.#shards, signal };
    const verification = await verifyStores(ref.base, [ref], this.#request, hooks);
    if (signal.aborted) touched.addAll();
    if (verification.unfinished !== null || isClosed(verification, ref.key)) return;
    const own = verification.findings.filter(({ store }) => store === ref.key);
    this.#standing.replaceStore(ref.key, ref.base, own);
  }
}

/** Whether nothing of a store could be read: what was known of it stands. */
function isClosed({ stores }: Verification, key: string): boolean {
  return stores.some((store) => store.key === key && store.error !== null);
}

/** What is verified again by itself: values always, and no server is asked. */
function unasked({ server: _, ...request }: VerifyRequest): VerifyRequest {
  return { ...request, level: request.level === "quick" ? "full" : request.level };
}
