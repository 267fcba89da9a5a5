#!/usr/bin/env python3
"""Writes other-project.db.gz: the mlflow.db of another project, made by real MLflow 3.18. Run it with a Python that has it."""
import gzip
import os
import random
import shutil
import sqlite3
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
os.environ.update(LOGNAME="bob", MLFLOW_DISABLE_TELEMETRY="true", DO_NOT_TRACK="true")
START = 1_790_000_000_000 + 36 * 86_400_000  # 2026-10-27
ARTIFACTS = "/home/runner/work/other-project/other-project/mlruns"
work = tempfile.mkdtemp()
os.chdir(work)

from mlflow.entities import Metric, Param, RunTag  # noqa: E402
from mlflow.tracking import MlflowClient  # noqa: E402

rng = random.Random(7)
client = MlflowClient("sqlite:///mlflow.db")
words = client.create_experiment("sentiment", artifact_location=ARTIFACTS + "/1")
client.set_experiment_tag(words, "mlflow.note.content", "Which encoder is worth its price?")


def train(i, encoder, rate, batch, status):
    start = START + i * 5_400_000
    name = "%s-%s" % (encoder, i + 1)
    run = client.create_run(words, start_time=start, tags={"mlflow.user": "bob", "mlflow.source.name": "finetune.py"},
                            run_name=name).info.run_id
    loss, metrics = 0.69, []
    for epoch in range(12):
        loss *= rng.uniform(0.82, 0.97)
        now = start + epoch * 60_000
        metrics += [Metric("loss", loss, now, epoch), Metric("val/loss", loss * rng.uniform(1.02, 1.2), now, epoch),
                    Metric("val/f1", 1 - loss * rng.uniform(0.5, 0.6), now, epoch)]
    if status == "FAILED":
        metrics = metrics[:9] + [Metric("loss", float("nan"), start + 240_000, 3)]
    client.log_batch(run, metrics, [Param("encoder", encoder), Param("learning_rate", rate), Param("batch_size", batch)],
                     [RunTag("team", "language")])
    client.set_terminated(run, status, start + 900_000)
    return run


GRID = [(e, r, b) for e in ("minilm", "bert-base", "roberta") for r in ("2e-5", "5e-5") for b in ("16", "32")]
runs = [train(i, *g, "FAILED" if i == 5 else "FINISHED") for i, g in enumerate(GRID)]
client.create_registered_model("sentiment", description="Served to the support desk.")
for run in (runs[1], runs[8]):
    client.create_model_version("sentiment", "%s/1/%s/artifacts/model" % (ARTIFACTS, run), run)
client.set_registered_model_alias("sentiment", "champion", "2")

with sqlite3.connect("mlflow.db") as db:
    for statement in ("pragma journal_mode=delete", "vacuum"):
        db.execute(statement)
with open("mlflow.db", "rb") as plain, open(os.path.join(HERE, "other-project.db.gz"), "wb") as out:
    with gzip.GzipFile(filename="", mode="wb", compresslevel=9, fileobj=out, mtime=0) as packed:
        shutil.copyfileobj(plain, packed)
shutil.rmtree(work)
print(os.path.getsize(os.path.join(HERE, "other-project.db.gz")), "bytes", file=sys.stderr)
