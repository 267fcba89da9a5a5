"""What a real MLflow makes of damaged stores: `python record_damage.py FOLDER OUT [--migrate]`.

Reads FOLDER/stores.json (name of a damage -> its store) and writes for each what the file store's own client does:
which calls fail and with what, and which runs and experiments it shows."""
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile

os.environ["MLFLOW_ALLOW_FILE_STORE"] = "true"
os.environ["MLFLOW_DISABLE_TELEMETRY"] = "true"

import logging
import warnings

warnings.filterwarnings("ignore")
import mlflow
from mlflow.entities import ViewType
from mlflow.store.tracking.file_store import FileStore

logging.disable(logging.CRITICAL)
EXPERIMENTS = ["100000000000000001", "100000000000000002"]
RUNS = [letter * 32 for letter in "abcd"]


def tried(call):
    try:
        return call(), None
    except BaseException as error:  # what it raises is the answer
        return None, type(error).__name__


def looked_at(store_folder):
    store = FileStore(store_folder)
    found, failed = tried(lambda: store.search_experiments(view_type=ViewType.ALL, max_results=1000))
    answer = {
        "search_experiments": failed,
        "experiments": sorted(e.experiment_id for e in found) if found is not None else None,
        "search_runs": {},
        "get_run": {},
        "runs": [],
    }
    for experiment in EXPERIMENTS:
        runs, failed = tried(lambda: store.search_runs([experiment], "", ViewType.ALL, max_results=1000))
        if failed:
            answer["search_runs"][experiment] = failed
        else:
            answer["runs"] += sorted(r.info.run_id for r in runs)
    for run in RUNS:
        _, failed = tried(lambda: store.get_run(run))
        if failed:
            answer["get_run"][run] = failed
    return answer


def migrated(store_folder):
    with tempfile.TemporaryDirectory() as folder:
        source = os.path.join(folder, "mlruns")
        shutil.copytree(store_folder, source, symlinks=True)
        database = os.path.join(folder, "out.db")
        done = subprocess.run(
            [os.path.join(os.path.dirname(sys.executable), "mlflow"), "migrate-filestore", "--source", folder, "--target", f"sqlite:///{database}"],
            capture_output=True, text=True, timeout=300)
        if done.returncode != 0:
            lines = [line for line in done.stderr.strip().splitlines() if line.strip()]
            return {"exit": done.returncode, "last": lines[-1][:200] if lines else ""}
        tables = ["experiments", "runs", "params", "tags", "metrics", "inputs", "datasets"]
        with sqlite3.connect(database) as db:
            return {"exit": 0, "rows": {table: db.execute(f"select count(*) from {table}").fetchone()[0] for table in tables}}


def main():
    folder, out = sys.argv[1:3]
    with open(os.path.join(folder, "stores.json")) as file:
        stores = json.load(file)
    answers = {}
    for name, store in stores.items():
        answers[name] = looked_at(store)
        if "--migrate" in sys.argv:
            answers[name]["migration"] = migrated(store)
    with open(out, "w") as file:
        json.dump({"mlflow": mlflow.__version__, "damages": answers}, file, indent=1, sort_keys=True)
        file.write("\n")


main()
