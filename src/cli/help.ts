import type { CommandName } from "./args.ts";

const PATH = `PATH is a folder that is or holds MLflow stores at any depth (default: here), a .db file,
or a URI such as sqlite:///mlflow.db.`;

const COMMON = `  --strict             exit 1 when something could not be read
  -h, --help           this text`;

const GENERAL = `Browses MLflow runs where they lie: mlruns folders and mlflow.db files, with no server and no Python.

Usage: mlflow-runs COMMAND [OPTIONS]

Commands:
  ls [PATH]            stores and experiments
  runs [PATH]          runs as a table, JSON or CSV
  show RUN [PATH]      one run in full
  compare A B … [PATH] runs side by side, the verdict first
  trend [PATH]         a metric of all runs over time
  export [PATH]        everything as JSON
  site [PATH]          stores as one HTML page
  verify [PATH…]       whether the data is whole, and for whom

Options:
${COMMON}
  -V, --version        the version

Examples:
  mlflow-runs ls
  mlflow-runs runs --order-by 'metrics.rmse ASC' --limit 10
  mlflow-runs show 4f2a
  mlflow-runs compare 4f2a 9b1c
  mlflow-runs export --format jsonl > runs.jsonl
  mlflow-runs site > index.html

${PATH}
Data goes to standard output, all else to standard error. Exit codes: 0, 1 (problems, with --strict), 2 (wrong use).
"mlflow-runs COMMAND --help" says more.
`;

const OF_COMMAND: Readonly<Record<CommandName, string>> = {
  ls: `Lists stores and their experiments.

Usage: mlflow-runs ls [PATH] [OPTIONS]

Options:
  --deleted            deleted experiments too
  -f, --format FORMAT  table (default), json or csv
${COMMON}

Examples:
  mlflow-runs ls
  mlflow-runs ls ../other/mlruns --deleted
  mlflow-runs ls sqlite:///mlflow.db --format json

${PATH}
`,
  runs: `Lists runs, newest first.

Usage: mlflow-runs runs [PATH] [OPTIONS]

Options:
  -e, --experiment X   only this experiment, by name or id; may be repeated
  --filter TEXT        only runs of which all comparisons hold, in MLflow's search language and nothing else:
                       "metrics.rmse < 0.5 AND params.model LIKE 'Random%' AND tags.owner IS NOT NULL"
  -w, --where TEXT     the same with OR, NOT, parentheses and times back from now (start_time > -7d; s m h d w)
  -o, --order-by KEY   'metrics.KEY', 'params.KEY', 'tags.KEY' or an attribute, then ASC or DESC; may be repeated.
                       Attributes: run_id run_name status start_time end_time user_id artifact_uri; filters
                       know dataset.name, .digest and .context too.
                       A key with spaces or slashes stands in backticks or double quotes.
  -n, --limit N        at most so many runs
  --deleted            deleted runs too
  -f, --format FORMAT  table (default), json (as MLflow's REST API answers) or csv
${COMMON}

Examples:
  mlflow-runs runs
  mlflow-runs runs mlruns --experiment churn --order-by 'metrics.rmse ASC' --limit 10
  mlflow-runs runs --filter 'metrics."val/loss" < 0.3' -o 'metrics."val/loss"' -o 'start_time DESC'
  mlflow-runs runs --where "status = 'FAILED' AND (start_time > -24h OR tags.nightly IS NOT NULL)"
  mlflow-runs runs --format csv > runs.csv

${PATH}
`,
  show: `Shows one run: status, metrics, params, tags, datasets, models and artifacts.

Usage: mlflow-runs show RUN [PATH] [OPTIONS]

RUN is the run's id, the first 4 characters of it or more, or its name or label.

Options:
  -f, --format FORMAT  table (default) or json (as MLflow's REST API answers)
${COMMON}

Examples:
  mlflow-runs show 4f2a
  mlflow-runs show quiet-fox-12 ../other/mlruns
  mlflow-runs show 4f2a --format json

${PATH}
`,
  compare: `Compares runs: a verdict in one sentence, then metrics against the baseline, and what differs of params, tags,
attributes, datasets, and the models' signatures and packages.

Usage: mlflow-runs compare A B … [PATH] [OPTIONS]

A, B … are runs by id, by the first 4 characters of it or more, or by name or label; up to 500. A last argument
after two runs is the path, where it is a URI or the name of a file or folder that is there and no run's id.

Options:
  -b, --baseline A     the run that the others are measured against (default: the first)
  -m, --metric KEY     the metric to judge by (default: the one these runs have in common that tells most)
  -g, --goal GOAL      min or max: whether low or high values of it are better, where the key does not say
  -t, --tolerance N    values of metrics that differ by N percent or less count as the same (default: 0)
  --all-keys           what is the same in all runs too
  -f, --format FORMAT  table (default), markdown (for a pull request), json, csv, or html: one page of
                       64 MB at most, with curves of 300,000 points and files of 12 MB, that needs nothing else
${COMMON}

Examples:
  mlflow-runs compare 4f2a 9b1c
  mlflow-runs compare baseline quiet-fox-12 tuned ../other/mlruns --baseline baseline
  mlflow-runs compare 4f2a 9b1c --metric latency --goal min
  mlflow-runs compare 4f2a 9b1c --format markdown | gh pr comment --body-file -
  mlflow-runs compare 4f2a 9b1c --format html > comparison.html

${PATH}
`,
  trend: `Shows a metric of all runs over their start: is it getting better? A sentence, a chart, and the runs with the best so far.

Usage: mlflow-runs trend [PATH] [OPTIONS]

Options:
  -e, --experiment X   only this experiment, by name or id; may be repeated
  -m, --metric KEY     the metric (default: the one these runs are judged by)
  -g, --goal GOAL      min or max: whether low or high values of it are better, where the key does not say
  --value VALUE        last (default), best, min, max or first of each run
  --group-by COLUMN    params.KEY, tags.KEY, status, user or experiment: statistics of each group
  --filter EXPRESSION  only runs that match, in MLflow's search language
  -w, --where TEXT     the same, and OR, NOT, parentheses and relative times
  -n, --limit N        lists the newest N; the rest counts all the same
  --deleted            deleted runs too
  -f, --format FORMAT  table (default), csv, json or markdown
${COMMON}

Examples:
  mlflow-runs trend
  mlflow-runs trend mlruns --experiment churn --metric val_rmse --value best
  mlflow-runs trend --group-by params.optimizer --limit 20
  mlflow-runs trend --metric latency --goal min --format csv > latency.csv

${PATH}
`,
  export: `Writes everything that the stores hold as JSON: experiments, runs with all points and artifacts, registered models,
prompts, logged models, traces, and what could not be read. Deleted ones too.

Usage: mlflow-runs export [PATH] [OPTIONS]

Options:
  -f, --format FORMAT  json (default) or jsonl: one {"type": …} a line
${COMMON}

Examples:
  mlflow-runs export > store.json
  mlflow-runs export mlruns --format jsonl | grep '"type":"run"'
  mlflow-runs export --strict > /dev/null

${PATH}
`,
  site: `Writes the stores as one HTML page that needs no server and no network: their runs as tables to filter, sort and
group, the trend, and the comparison of those pinned in it. It holds 24 MB of runs, the newest where there are
more, with texts up to 2,000 characters; of the newest 200 also models, curves of 300,000 points and files of 12 MB.

Usage: mlflow-runs site [PATH] > index.html

Options:
${COMMON}

Examples:
  mlflow-runs site > index.html
  mlflow-runs site ../other/mlruns > runs.html

${PATH}
`,
};

export function helpText(command: CommandName | null): string {
  return command === null ? GENERAL : OF_COMMAND[command];
}
