"""Prints how many seconds MLflow's own client takes for all runs of a store in one page: search_runs.py PATH RUNS

PATH is an mlruns folder, or a database of the bench's own making, which is filled into one of MLflow's first."""
import logging
import sqlite3
import sys
import time

logging.disable(logging.INFO)
path, runs = sys.argv[1], int(sys.argv[2])
uri = path


def refill(source, target):
    """Copies the rows of each table that both have, by the names of their columns."""
    db = sqlite3.connect(target)
    db.execute("PRAGMA foreign_keys = OFF")
    db.execute("ATTACH ? AS source", (source,))
    tables = [name for (name,) in db.execute("SELECT name FROM source.sqlite_master WHERE type = 'table'")]
    for table in tables:
        columns = {row[1] for row in db.execute(f"PRAGMA main.table_info({table})")}
        shared = [row[1] for row in db.execute(f"PRAGMA source.table_info({table})") if row[1] in columns]
        if not shared or table == "alembic_version":
            continue
        names = ", ".join(f'"{name}"' for name in shared)
        db.execute(f"DELETE FROM main.{table}")
        db.execute(f"INSERT INTO main.{table} ({names}) SELECT {names} FROM source.{table}")
    db.commit()
    db.close()


from mlflow.entities import ViewType  # noqa: E402
from mlflow.tracking import MlflowClient  # noqa: E402

if path.endswith(".db"):
    own = f"{path}.mlflow.db"
    uri = f"sqlite:///{own}"
    MlflowClient(uri).search_experiments()
    refill(path, own)

client = MlflowClient(uri)
ids = [experiment.experiment_id for experiment in client.search_experiments(view_type=ViewType.ALL)]
start = time.perf_counter()
found = client.search_runs(ids, run_view_type=ViewType.ALL, max_results=50_000)
seconds = time.perf_counter() - start
if len(found) != runs:
    sys.exit(f"MLflow finds {len(found)} runs of {runs}")
print(seconds)
