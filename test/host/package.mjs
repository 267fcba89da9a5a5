import { handOver } from "./bootstrap.mjs";

handOver("package");
