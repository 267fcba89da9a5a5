/** Does one thing at a time: asked again meanwhile, it begins once more as soon as it is done, however often it was asked. */
export class Newest {
  private readonly work: () => Promise<void>;
  private running: Promise<void> | null = null;
  private isAskedAgain = false;

  constructor(work: () => Promise<void>) {
    this.work = work;
  }

  /** Whether what is being done is to be done again. */
  get isStale(): boolean {
    return this.isAskedAgain;
  }

  /** Resolves when work that began after the call is done; rejects as the last work does. */
  run(): Promise<void> {
    if (this.running !== null) this.isAskedAgain = true;
    this.running ??= this.runAll().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  private async runAll(): Promise<void> {
    do {
      this.isAskedAgain = false;
      const done = await this.work().then(
        () => null,
        (error: unknown) => ({ error }),
      );
      if (done !== null && !this.isAskedAgain) throw done.error;
    } while (this.isAskedAgain);
  }
}
