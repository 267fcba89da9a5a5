export const VERIFY_HELP = `Says whether the persisted data is whole, whether a version of MLflow would open it, or whether it would survive the
move to a database: the verdict first, then each finding with its file, line and remedy.

Usage: mlflow-runs verify [PATH…] [OPTIONS]

Options:
  -t, --target TARGET  for whom: data (default: is anything lost or contradictory?), mlflow-X.Y (would that version
                       open and show it?) or migration (would 'mlflow migrate-filestore' succeed and lose nothing?)
  -l, --level LEVEL    quick (folders and metadata), full (every value; default) or bytes (sizes and hashes too)
  -r, --rule ID        only this rule; may be repeated
      --explain ID     what a rule means and how to mend what it finds
  -s, --server URL     does that MLflow server show the same? Asks whether it is up, and for its experiments and runs;
                       user and password come from the address or MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD
      --fix            mend what can be mended without doubt, a line for each file, then verify again; what would hold
                       on this machine alone (empty folders, addresses) only for a target that needs it, or by --rule
  -n, --dry-run        with --fix: change nothing, print a patch that 'git apply' takes
  -a, --all            every finding by itself, repeats not folded
  -f, --format FORMAT  text (default), json, jsonl, sarif, junit, github or markdown
      --fail-on LEAST  exit 1 from error (default), warning or info on
  -h, --help           this text

Exit codes: 0 whole, 1 findings, 2 wrong use, 3 could not finish, 130 interrupted. Severities, rules that are off and
accepted findings stand in .mlflow-runs.json under "verify".

Examples:
  mlflow-runs verify
  mlflow-runs verify mlruns --target mlflow-3.18
  mlflow-runs verify /mlruns --server http://localhost:5000
  mlflow-runs verify --format sarif > findings.sarif
  mlflow-runs verify --target migration --fix --dry-run
`;
