"""Renames and tags runs with the real MLflow, and reads back what we wrote: one JSON list on standard input, one out.

Each item: {"ours": store, "theirs": store, "run": id, "name": …, "tags": {…}, "removed": […]}. `theirs` is changed by MLflow."""
import json
import os
import sys

os.environ["MLFLOW_ALLOW_FILE_STORE"] = "true"
os.environ["MLFLOW_DISABLE_TELEMETRY"] = "true"
import warnings

warnings.filterwarnings("ignore")
from mlflow.entities import RunStatus, RunTag
from mlflow.store.tracking.file_store import FileStore


def changed(item):
    theirs = FileStore(item["theirs"])
    info = theirs.get_run(item["run"]).info
    theirs.update_run_info(item["run"], RunStatus.from_string(info.status), info.end_time, item["name"])
    for key, value in item["tags"].items():
        theirs.set_tag(item["run"], RunTag(key, value))
    for key in item["removed"]:
        theirs.delete_tag(item["run"], key)
    ours = FileStore(item["ours"]).get_run(item["run"])
    return {"name": ours.info.run_name, "tags": dict(ours.data.tags), "theirs": dict(theirs.get_run(item["run"]).data.tags)}


json.dump([changed(item) for item in json.load(sys.stdin)], sys.stdout)
