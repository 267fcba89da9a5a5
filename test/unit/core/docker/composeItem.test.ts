import { equal, ok } from "node:assert/strict";
import { withComposeItem } from "../../../../src/core/docker/composeItem.ts";

const volume = { kind: "compose-item", service: "m", list: "volumes", item: "./mlruns:/m" } as const;
const flag = { kind: "compose-item", service: "m", list: "environment", item: "FLAG=true" } as const;

describe("withComposeItem", () => {
  const cases: [name: string, item: typeof volume | typeof flag, before: string, after: string | null][] = [
    [
      "a list of lines",
      volume,
      "services:\n  m:\n    volumes: # data\n      # first\n      - ./a:/a # one\n      - ./b:/b\n    image: x\n",
      'services:\n  m:\n    volumes: # data\n      # first\n      - "./mlruns:/m"\n      - ./a:/a # one\n      - ./b:/b\n    image: x\n',
    ],
    [
      "a list as deep as its key, with line ends of Windows",
      volume,
      "services:\r\n  m:\r\n    volumes:\r\n    - ./a:/a\r\n",
      'services:\r\n  m:\r\n    volumes:\r\n    - "./mlruns:/m"\r\n    - ./a:/a\r\n',
    ],
    [
      "a list in brackets",
      volume,
      'services: { m: { volumes: [ "./a:/a" ] } }\n',
      'services: { m: { volumes: [ "./mlruns:/m", "./a:/a" ] } }\n',
    ],
    ["an empty list", volume, "services: { m: { volumes: [] } }\n", 'services: { m: { volumes: ["./mlruns:/m"] } }\n'],
    [
      "no list",
      volume,
      "services:\n  m:\n    image: x\n  n:\n    image: y\n",
      'services:\n  m:\n    volumes:\n      - "./mlruns:/m"\n    image: x\n  n:\n    image: y\n',
    ],
    [
      "no list in braces",
      volume,
      "services: { m: { image: x } }",
      'services: { m: { volumes: ["./mlruns:/m"], image: x } }',
    ],
    [
      "a long form",
      volume,
      "services:\n  m:\n    volumes:\n      - type: bind\n        source: ./a\n        target: /a\n",
      'services:\n  m:\n    volumes:\n      - "./mlruns:/m"\n      - type: bind\n        source: ./a\n        target: /a\n',
    ],
    [
      "a map of variables",
      flag,
      "services:\n  m:\n    environment:\n      A: b\n",
      'services:\n  m:\n    environment:\n      FLAG: "true"\n      A: b\n',
    ],
    [
      "a list of variables",
      flag,
      "services:\n  m:\n    environment:\n      - A=b\n",
      'services:\n  m:\n    environment:\n      - "FLAG=true"\n      - A=b\n',
    ],
    [
      "a map in braces",
      flag,
      "services: { m: { environment: { A: b } } }",
      'services: { m: { environment: { FLAG: "true", A: b } } }',
    ],
    [
      "no variables",
      flag,
      "services:\n    m:\n        image: x\n",
      'services:\n    m:\n        environment:\n          FLAG: "true"\n        image: x\n',
    ],
    ["nothing behind the key", volume, "services:\n  m:\n    volumes:\n    image: x\n", null],
    ["another's list", volume, "x: &v\n  - ./a:/a\nservices:\n  m: { volumes: *v }\n  n: { volumes: *v }\n", null],
    [
      "a list of what is merged",
      volume,
      "x: &x\n  volumes: [./a:/a]\nservices:\n  m:\n    <<: *x\n  n:\n    <<: *x\n",
      null,
    ],
    ["a variable that is there", flag, "services:\n  m:\n    environment:\n      FLAG: no\n", null],
    ["another service", volume, "services: { n: { image: x } }\n", null],
    ["a service that is none", volume, "services: { m: 3 }\n", null],
    ["no YAML", volume, "services: [\n", null],
    ["nothing", volume, "", null],
  ];
  for (const [name, item, before, after] of cases) {
    it(`${after === null ? "leaves alone" : "adds to"} ${name}`, () => equal(withComposeItem(before, item), after));
  }

  it("is not overwhelmed by a bomb of aliases", () => {
    const bomb = Array.from({ length: 60 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i},`.repeat(9)}]`).join("\n");
    ok(withComposeItem(`a0: &a0 [x]\n${bomb}\nservices: { m: { image: x, command: *a60 } }\n`, volume));
  });
});
