"""What a real MLflow makes of damaged stores: `python record_damage.py FOLDER OUT [--migrate | --brief]`.

Reads FOLDER/stores.json (name of a damage -> its store) and writes for each what the file store's own client does:
which calls fail and with what, and which runs and experiments it shows; of stores with models the same for those.
What OUT already says of other damages is kept. --brief writes only what MLflow stumbles over, and in what way."""
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


def models_looked_at(store_folder):
    """Logged models (from 3.0) and the registry (from 2.0): what fails, and what is shown."""
    answer = {"failed": {}, "logged": [], "registered": [], "versions": [], "aliases": {}}

    def ask(name, call, take):
        found, failed = tried(call)
        if failed:
            answer["failed"][name] = failed
        else:
            take(found)

    store = FileStore(store_folder)
    if hasattr(store, "search_logged_models"):
        ask("search_logged_models", lambda: store.search_logged_models([EXPERIMENTS[0]]), lambda found: answer["logged"].extend(sorted(m.model_id for m in found)))
        ask("get_logged_model", lambda: store.get_logged_model("m-" + "1" * 32), lambda found: None)
    try:
        from mlflow.store.model_registry.file_store import FileStore as Registry
    except ImportError:
        return answer
    registry = Registry(store_folder)
    ask("search_registered_models", lambda: registry.search_registered_models(max_results=100), lambda found: answer["registered"].extend(sorted(m.name for m in found)))
    ask("search_model_versions", lambda: registry.search_model_versions(max_results=100), lambda found: answer["versions"].extend(sorted(f"{v.name} {v.version}" for v in found)))
    ask("get_registered_model", lambda: registry.get_registered_model("churn"), lambda found: answer["aliases"].update({a: str(v) for a, v in found.aliases.items()}))
    for version in (1, 2):
        ask(f"get_model_version {version}", lambda: registry.get_model_version("churn", version), lambda found: None)
    ask("get_model_version_by_alias", lambda: registry.get_model_version_by_alias("churn", "champion"), lambda found: None)
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
        if os.path.isdir(os.path.join(store_folder, "models", "churn")):
            tables += ["logged_models", "registered_models", "model_versions", "registered_model_aliases"]
        with sqlite3.connect(database) as db:
            return {"exit": 0, "rows": {table: db.execute(f"select count(*) from {table}").fetchone()[0] for table in tables}}


def stumbled(answer, healthy):
    """What fails or is hidden, in a few words; None where all is as in the healthy store."""
    failed = [f"search_experiments {answer['search_experiments']}"] if answer["search_experiments"] else []
    failed += [f"search_runs {name}" for name in answer["search_runs"].values()]
    failed += [f"get_run {name}" for name in answer["get_run"].values()]
    failed += [f"{call} {name}" for call, name in answer.get("models", {}).get("failed", {}).items()]
    hidden = [key for key in ("experiments", "runs") if any(one not in (answer[key] or []) for one in healthy[key])]
    models = ("logged", "registered", "versions") if "models" in answer else ()
    hidden += [key for key in models if any(one not in answer["models"][key] for one in healthy["models"][key])]
    return "; ".join(failed + [f"hides {key}" for key in hidden]) or None


def write_brief(out, answers):
    """Only the damages that MLflow stumbles over, of all that were tried."""
    found = {}
    for name, answer in answers.items():
        told = stumbled(answer, answers["models: nothing done" if name.startswith("models: ") else "nothing done"])
        if told:
            found[name] = told
    with open(out, "w") as file:
        json.dump({"mlflow": mlflow.__version__, "tried": len(answers), "stumbles": found}, file, indent=1, sort_keys=True)
        file.write("\n")


def main():
    folder, out = sys.argv[1:3]
    with open(os.path.join(folder, "stores.json")) as file:
        stores = json.load(file)
    answers = {}
    if os.path.exists(out) and "--brief" not in sys.argv:
        with open(out) as file:
            answers = json.load(file)["damages"]
    for name, store in stores.items():
        answers[name] = looked_at(store)
        if name.startswith("models: "):
            answers[name]["models"] = models_looked_at(store)
        if "--migrate" in sys.argv:
            answers[name]["migration"] = migrated(store)
    if "--brief" in sys.argv:
        return write_brief(out, answers)
    with open(out, "w") as file:
        json.dump({"mlflow": mlflow.__version__, "damages": answers}, file, indent=1, sort_keys=True, default=str)
        file.write("\n")


main()
