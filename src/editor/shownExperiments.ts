import type { EngineHost } from "./engineHost.ts";

export interface ShownExperiment {
  readonly store: string;
  readonly experiment: string;
}

/** Which experiments are on screen, by whoever shows them: the engine follows those closely. */
export class ShownExperiments {
  private readonly host: EngineHost;
  private readonly byOwner = new Map<object, readonly ShownExperiment[]>();

  constructor(host: EngineHost) {
    this.host = host;
    // The engine that was started in the place of another has not heard it.
    host.onDidDie(({ restarted }) => (restarted ? this.tell() : undefined));
  }

  /** What an owner shows from now on; nothing once it is closed. */
  set(owner: object, shown: readonly ShownExperiment[]): void {
    if (shown.length > 0) this.byOwner.set(owner, shown);
    else if (!this.byOwner.delete(owner)) return;
    this.tell();
  }

  private tell(): void {
    void this.host.engine.show([...this.byOwner.values()].flat()).catch(() => undefined);
  }
}
