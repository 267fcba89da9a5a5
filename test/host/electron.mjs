import { handOver } from "./bootstrap.mjs";

handOver("electron");
