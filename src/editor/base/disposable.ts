import type { Disposable as VscodeDisposable } from "vscode";

/** Owns what is registered with it; a thing that arrives after disposal (at the end of an await) is disposed at once. */
export abstract class Disposable implements VscodeDisposable {
  private readonly owned: VscodeDisposable[] = [];
  private disposed = false;

  protected get isDisposed(): boolean {
    return this.disposed;
  }

  protected register<T extends VscodeDisposable>(thing: T): T {
    if (this.disposed) thing.dispose();
    else this.owned.push(thing);
    return thing;
  }

  dispose(): void {
    this.disposed = true;
    for (const thing of this.owned.splice(0).reverse()) thing.dispose();
  }
}
