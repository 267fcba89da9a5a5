import { parentPort, workerData } from "node:worker_threads";
import { walk } from "./walk.ts";

parentPort?.postMessage(walk(workerData as readonly string[]));
