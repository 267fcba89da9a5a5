import { join } from "node:path";
import { writeFile } from "../support/writing.ts";

/** What a commit of code changes: pipelines/train.py reads better from commit to commit. */
export interface CodeState {
  readonly algorithms: readonly string[];
  readonly extended: boolean;
  readonly learningRate: string;
  readonly earlyStopping: boolean;
}

export const FIRST_CODE: CodeState = {
  algorithms: ["linear_regression", "random_forest", "gradient_boosting"],
  extended: false,
  learningRate: "0.1",
  earlyStopping: false,
};

/** Writes the files that every state of the project shares. */
export function writeProject(folder: string): void {
  for (const [path, text] of Object.entries(FILES)) writeFile(join(folder, path), text);
}

export function writeCode(folder: string, state: CodeState): void {
  writeFile(join(folder, "pipelines/train.py"), trainScript(state));
  writeFile(
    join(folder, "params.yaml"),
    `train:\n  algorithms: [${state.algorithms.join(", ")}]\n  features: ${state.extended ? "extended" : "basic"}\n  learning_rate: ${state.learningRate}\n  test_size: 0.2\n`,
  );
}

function trainScript(state: CodeState): string {
  const boosting = [
    `learning_rate=${state.learningRate}`,
    "n_estimators=60",
    ...(state.earlyStopping ? ["n_iter_no_change=8"] : []),
  ];
  return `"""Trains every algorithm of params.yaml and logs it to MLflow."""
import mlflow
import pandas as pd
from sklearn.ensemble import GradientBoostingRegressor, RandomForestRegressor
from sklearn.linear_model import LinearRegression

MODELS = {
    "linear_regression": LinearRegression(),
    "random_forest": RandomForestRegressor(n_estimators=100, random_state=42),
    "gradient_boosting": GradientBoostingRegressor(${boosting.join(", ")}, random_state=42),
}


def features(houses: pd.DataFrame) -> pd.DataFrame:
    columns = ["median_income", "house_age", "average_rooms", "average_occupancy", "latitude", "longitude"]
${state.extended ? '    houses["rooms_per_person"] = houses.average_rooms / houses.average_occupancy\n    columns.append("rooms_per_person")\n' : ""}    return houses[columns]


def main() -> None:
    mlflow.set_experiment("house-prices")
    houses = pd.read_csv("data/houses_train.csv")
    for name, model in MODELS.items():
        with mlflow.start_run(run_name=name):
            model.fit(features(houses), houses.price)
            mlflow.sklearn.log_model(model, name=name)


if __name__ == "__main__":
    main()
`;
}

const README = `# house-prices

Predicts house prices, and which customers are about to leave. A pipeline trains three kinds of models on every change and
commits what MLflow logged (\`mlruns/\`), the best of each kind (\`models/\`), what runs in production (\`deployment/\`) and how the
kinds compare (\`results/\`).

- Train: \`python pipelines/train.py\`
- Browse: \`docker compose up mlflow-server\`, then http://localhost:5000
- \`other-project/mlflow.db\` came from the language team, who keep their runs in a database.
`;

const COMPOSE = `services:
  mlflow-server:
    image: ghcr.io/mlflow/mlflow:v3.18.0
    command: >
      mlflow server --host 0.0.0.0 --port 5000
      --backend-store-uri file:///mlflow/mlruns
      --default-artifact-root /mlflow/artifacts
    environment:
      MLFLOW_ALLOW_FILE_STORE: "true"
    ports:
      - "127.0.0.1:5000:5000"
    volumes:
      - ./mlruns:/mlflow/mlruns
      - ./models:/mlflow/models:ro
      - ./deployment:/mlflow/deployment:ro
      - ./results:/mlflow/results:ro
    healthcheck:
      test: ["CMD", "python", "-c", "import urllib.request as r; r.urlopen('http://localhost:5000/health')"]
      interval: 30s
      timeout: 10s
      retries: 3
      start_period: 40s

  mlops-api:
    build: ./api
    ports:
      - "127.0.0.1:8000:8000"
    volumes:
      - ./mlruns:/app/mlruns:ro
      - ./deployment:/app/deployment:ro
      - ./results:/app/results:ro
    depends_on:
      - mlflow-server
`;

const API = `"""Answers with what is deployed."""
import http.server
import pathlib


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        known = {"/health": "OK", "/deployment": pathlib.Path("deployment/models/deployment_info.json").read_text()}
        self.send_response(200 if self.path in known else 404)
        self.end_headers()
        self.wfile.write(known.get(self.path, "").encode())


http.server.ThreadingHTTPServer(("0.0.0.0", 8000), Handler).serve_forever()
`;

/** What the team agreed on: read by the editor and the command line alike. */
const CONFIG = `{
  "primaryMetrics": {
    "house-prices": "rmse"
  },
  "filters": {
    "Boosted": "params.model_type = 'gradient_boosting'",
    "Good enough to ship": "metrics.rmse < 0.5 AND status = 'FINISHED'"
  },
  "columnSets": {
    "At a glance": ["attributes.label", "attributes.start", "metrics.rmse", "metrics.r2"]
  }
}
`;

const FILES: Readonly<Record<string, string>> = {
  "README.md": README,
  "docker-compose.yml": COMPOSE,
  "api/Dockerfile": 'FROM python:3.11-slim\nWORKDIR /app\nCOPY app.py .\nCMD ["python", "app.py"]\n',
  "api/app.py": API,
  "pipelines/tune.py": '"""Random search, each trial a nested run."""\n\nTRIALS = 20\n',
  "pipelines/churn.py": '"""Who is about to leave?"""\n\nSEED = 1\n',
  "requirements.txt": "mlflow==3.18.0\npandas==2.3.3\nscikit-learn==1.7.2\n",
  ".mlflow-runs.json": CONFIG,
  ".gitattributes": "mlruns/** -text\n",
  ".gitignore": "__pycache__/\n.venv/\n",
};
