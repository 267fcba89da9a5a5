import { handOver } from "./bootstrap.mjs";

handOver("mlflow");
