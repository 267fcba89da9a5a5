import { deepEqual } from "node:assert/strict";
import { scanTraces } from "../../../../src/core/files/trace.ts";
import { drive, type Files } from "./memoryScan.ts";

const read = (files: Files, ...ids: string[]) => drive(scanTraces("7", ids), files).result;

describe("scanTraces", () => {
  it("reads a trace of 3.x with its assessments", () => {
    const { traces, problems } = read(
      {
        "7/traces/tr-1/trace_info.yaml": `execution_duration_ms: 300
request_preview: '{"q": 1}'
request_time: '2024-02-29T08:30:34.399Z'
response_preview: hello
state: OK
trace_id: tr-1
trace_location:
  mlflow_experiment:
    experiment_id: '7'
  type: MLFLOW_EXPERIMENT
`,
        "7/traces/tr-1/tags/mlflow.traceName": "agent",
        "7/traces/tr-1/request_metadata/mlflow.user": "alice",
        "7/traces/tr-1/assessments/a-1.yaml": "assessment_name: helpful\nfeedback:\n  value: true\n",
        "7/traces/tr-1/assessments/a-2.yaml": "assessment_name: expected\nexpectation:\n  value: '1e5'\n",
      },
      "tr-1",
    );
    deepEqual(problems, []);
    deepEqual(traces, [
      {
        experiment: "7",
        id: "tr-1",
        experimentId: "7",
        requestTime: 1709195434399,
        durationMs: 300,
        state: "OK",
        requestPreview: '{"q": 1}',
        responsePreview: "hello",
        tags: [{ key: "mlflow.traceName", value: "agent" }],
        metadata: [{ key: "mlflow.user", value: "alice" }],
        assessments: [
          { name: "expected", value: "1e5" },
          { name: "helpful", value: true },
        ],
      },
    ]);
  });

  it("reads a trace of 2.x, whose previews are in its metadata", () => {
    const { traces } = read(
      {
        "7/traces/abc/trace_info.yaml":
          "assessments: []\nexecution_time_ms: 99\nexperiment_id: '7'\nrequest_id: abc\nstatus: ERROR\ntimestamp_ms: 1709195398300\n",
        "7/traces/abc/request_metadata/mlflow.traceInputs": '{"q": "boom"}',
      },
      "abc",
    );
    const [{ id, requestTime, durationMs, state, requestPreview, responsePreview } = { id: "" }] = traces;
    deepEqual([id, requestTime, durationMs, state], ["abc", 1709195398300, 99, "ERROR"]);
    deepEqual([requestPreview, responsePreview], ['{"q": "boom"}', null]);
  });

  it("reads a duration in seconds and a time beyond milliseconds", () => {
    const text =
      "trace_id: t\nexecution_duration: 1.25s\nrequest_time: '2024-02-29T08:30:34.399123Z'\nstate: IN_PROGRESS\n";
    const [trace] = read({ "7/traces/t/trace_info.yaml": text }, "t").traces;
    deepEqual([trace?.durationMs, trace?.requestTime], [1250, 1709195434399]);
  });

  it("lists a trace whose info is gone, and reads the others beside a broken assessment", () => {
    const { traces, problems } = read(
      {
        "7/traces/a/artifacts/traces.json": "{}",
        "7/traces/b/trace_info.yaml": "trace_id: b\nstate: OK\n",
        "7/traces/b/assessments/x.yaml": "assessment_name: [\n",
        "7/traces/b/assessments/y.yaml": "assessment_name: good\nfeedback:\n  value: 0.5\n",
      },
      "a",
      "b",
    );
    deepEqual(
      traces.map(({ id, state, assessments }) => [id, state, assessments.map(({ value }) => value)]),
      [
        ["a", "STATE_UNSPECIFIED", []],
        ["b", "OK", [0.5]],
      ],
    );
    deepEqual(
      problems.map(({ code, file }) => [code, file]),
      [
        ["missing", "7/traces/a/trace_info.yaml"],
        ["malformed", "7/traces/b/assessments/x.yaml"],
      ],
    );
  });
});
