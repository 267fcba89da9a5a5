import { Uri } from "vscode";

/** Puts another function in the place of one of VS Code's while a piece of work is done. */
export async function instead<T extends object, K extends keyof T, R>(
  target: T,
  name: K,
  value: T[K],
  work: () => Thenable<R> | Promise<R>,
): Promise<R> {
  const before = Object.getOwnPropertyDescriptor(target, name);
  Object.defineProperty(target, name, { value, configurable: true, writable: true });
  try {
    return await work();
  } finally {
    if (before !== undefined) Object.defineProperty(target, name, before);
  }
}

/** What a person who picks these in a dialog answers. */
export const picking =
  (...paths: readonly string[]) =>
  async () =>
    paths.map((path) => Uri.file(path));
