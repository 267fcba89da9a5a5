import type { MlflowServer } from "../../docker/mlflowServer.ts";
import { isEveryAddress, isLoopback, type PublishedPort } from "../../docker/ports.ts";
import type { ComposeService } from "../../docker/service.ts";
import type { Check, Found } from "../rule.ts";
import type { ComposeInput } from "./input.ts";
import { relatedServices } from "./mounts.ts";
import { composeRule, foundAt } from "./rule.ts";

export const PORT_CLASH = composeRule({
  id: "MLR707",
  title: "Port of the host that two services publish",
  why: "Only one of them can have it: the other does not start.",
  mend: "Publish one of them on another port.",
});

export const PORT_PUBLIC = composeRule(
  {
    id: "MLR708",
    title: "MLflow published beyond this machine",
    why: "MLflow asks nobody who they are: whoever reaches the port can read, change and delete all runs.",
    mend: 'Publish it on 127.0.0.1, as in "127.0.0.1:5000:5000", or put something that asks for a password before it.',
  },
  { data: "warning", mlflow: "warning" },
);

export const SERVER_NOT_REACHED = composeRule({
  id: "MLR709",
  title: "MLflow server that its published port does not reach",
  why: "The server listens where nothing from outside its container arrives, so no browser shows the runs.",
  mend: "Start it with --host 0.0.0.0, and publish the port that it listens on.",
});

/** Whether the ports of the servers are free, lead to them, and to nobody else. */
export const checkPorts: Check<ComposeInput> = (input, tell) => {
  for (const found of clashes(input)) tell(found);
  for (const server of input.servers) {
    for (const found of [...publicPorts(server), ...unreached(server)]) tell(found);
  }
};

/** Ports that are held against each other: more than any stack has. */
const MOST = 1000;

function clashes(input: ComposeInput): Found[] {
  const related = new Set(relatedServices(input));
  const all = input.file.services.flatMap((service) => service.ports.map((port) => ({ service, port })));
  const published = all.slice(0, MOST);
  return published.flatMap(({ service, port }, i) => {
    const other = published
      .slice(0, i)
      .find(
        (one) =>
          areTogether(service, one.service) &&
          (related.has(service) || related.has(one.service)) &&
          overlap(port, one.port),
      );
    if (other === undefined) return [];
    const names = [...new Set([other.service.name, service.name])].map((name) => JSON.stringify(name));
    const who =
      names.length === 1 ? `The service ${names[0]} publishes` : `The services ${names.join(" and ")} publish`;
    return [
      foundAt(PORT_CLASH, port.at, `${who} port ${Math.max(port.published, other.port.published)} of the host twice.`),
    ];
  });
}

/** Whether both can be started at once: without a profile a service always is. */
function areTogether(a: ComposeService, b: ComposeService): boolean {
  return (
    a.profiles.length === 0 || b.profiles.length === 0 || a.profiles.some((profile) => b.profiles.includes(profile))
  );
}

function overlap(a: PublishedPort, b: PublishedPort): boolean {
  const isSameAddress = a.host === b.host || isEveryAddress(a.host) || isEveryAddress(b.host);
  return isSameAddress && a.published < b.published + b.count && b.published < a.published + a.count;
}

function publicPorts({ service, port, host, hasSignIn, at }: MlflowServer): Found[] {
  if (hasSignIn) return [];
  if (service.network === "host") {
    if (host === "" || isLoopback(host)) return [];
    return [
      foundAt(PORT_PUBLIC, at, `The service ${JSON.stringify(service.name)} listens on ${host} of the host itself.`),
    ];
  }
  return service.ports
    .filter((published) => leadsTo(published, port) && (published.host === null || !isLoopback(published.host)))
    .map((published) => {
      const where = published.host === null || isEveryAddress(published.host) ? "every address" : published.host;
      const instead = `"127.0.0.1:${published.published}:${published.target}"`;
      return foundAt(
        PORT_PUBLIC,
        published.at,
        `Port ${published.published} is published on ${where}: ${instead} keeps it on this machine.`,
      );
    });
}

function unreached({ service, port, host, at, strayOption }: MlflowServer): Found[] {
  if (service.network !== null) return [];
  const name = `The service ${JSON.stringify(service.name)}`;
  if (isLoopback(host)) {
    const cut =
      strayOption === null ? "" : `: ${strayOption} stands on a line of its own, where it is no part of the command`;
    return [foundAt(SERVER_NOT_REACHED, at, `${name} listens on ${host} of its own container${cut}.`)];
  }
  const [first] = service.ports;
  if (first === undefined || port === null || service.ports.some((published) => leadsTo(published, port))) return [];
  return [
    foundAt(SERVER_NOT_REACHED, first.at, `${name} listens on port ${port}, but port ${first.target} is published.`),
  ];
}

function leadsTo({ target, count }: PublishedPort, port: number | null): boolean {
  return port !== null && target <= port && port < target + count;
}
