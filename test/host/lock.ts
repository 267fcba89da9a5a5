import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function tryTake(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch {
    return false;
  }
}

/** A lock left by a process that was killed must not stop everyone for ever. */
function dropIfAbandoned(file: string): void {
  try {
    if (!isAlive(Number(readFileSync(file, "utf8")))) rmSync(file);
  } catch {
    // Its holder has just released it.
  }
}

/** Does the work while holding a lock file, which names the process that holds it. */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  while (!tryTake(file)) {
    dropIfAbandoned(file);
    await delay(100);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}
