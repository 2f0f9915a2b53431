import type { Graph } from '../../graph/graph';
import { servicePorts, targetsOf, type ListenedPort } from '../../graph/service-ports';
import { nameOf, type SetObject } from '../../graph/set-object';
import type { Workload } from '../../graph/workload';
import type { Service } from '../../kubernetes/api';
import type { Labels } from '../../kubernetes/label-selectors';
import { applicationDifference, partDifference } from '../application';
import { printLabels } from '../labels';
import { defineRule, type Problem } from '../rule';
import { bad, good } from './selector-too-wide.examples';

export const selectorTooWide = defineRule({
  id: 'service/selector-too-wide',
  class: 'broken',
  on: ['Service'],
  summary: 'A Service selects the pods of one application.',
  why: 'Connections are spread over all pods that are selected: a part of them reaches the other application, or pods of a Job that listen on nothing.',
  fix: 'Select by a label that the other pods do not have, such as app.kubernetes.io/component, and put it on the template.',
  symptoms: ['every second request fails', 'connection refused now and then', 'answers of another application', '502'],
  references: ['https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/'],
  good,
  bad,
  *check(service, { graph }) {
    const workloads = graph.podsOf(service).filter(({ object }) => !graph.isRepeated(object));
    const ports = servicePorts(service);
    const own = ownOf(workloads, service, ports);
    const selector = service.body.spec?.selector ?? {};
    if (own === undefined) return;
    for (const other of workloads) {
      const reason = other === own ? undefined : strangeness(own, other, ports, selector);
      if (reason !== undefined) yield problemOf(service, own, other, reason, graph);
    }
  },
});

interface Reason {
  readonly text: string;
  readonly severity: 'error' | 'warning';
}

/** Whose the Service is: the workload of its name, else the first that stays and has its ports. */
function ownOf(
  workloads: readonly Workload[],
  { name, labels }: SetObject<Service>,
  ports: readonly ListenedPort[],
): Workload | undefined {
  if (workloads.length < 2) return undefined;
  const staying = workloads.filter(({ ends }) => !ends);
  return (
    staying.find(({ object }) => object.name === name) ??
    staying.find((one) => serves(one, ports) === 'yes' && partDifference(labels, one.labels) === undefined) ??
    staying.find((one) => serves(one, ports) === 'yes') ??
    staying[0]
  );
}

type Serves = 'yes' | 'no' | 'unknown' | 'left out';

/** Whether the pods listen where the Service leads to. Those without a port of a name that is asked for are left out of the endpoints. */
function serves(workload: Workload, ports: readonly ListenedPort[]): Serves {
  if (ports.some((port) => targetsOf(port, workload).length > 0)) return 'yes';
  if (ports.every(({ target }) => typeof target === 'string')) return 'left out';
  return workload.ports.length === 0 ? 'unknown' : 'no';
}

function strangeness(
  own: Workload,
  other: Workload,
  ports: readonly ListenedPort[],
  selector: Labels,
): Reason | undefined {
  const served = serves(other, ports);
  if (served === 'left out' || ports.length === 0) return undefined;
  if (other.ends) return { text: 'whose pods do a task and end', severity: 'error' };
  const application = applicationDifference(own.labels, other.labels);
  if (application !== undefined && !(served === 'yes' && isMembership(selector))) {
    return { text: `another application by its label ${application.key}=${application.values[1]}`, severity: 'error' };
  }
  if (served === 'no') return { text: `whose pods do not have the port ${targets(ports)}`, severity: 'error' };
  if (served === 'yes' || serves(own, ports) !== 'yes') return undefined;
  const part = partDifference(own.labels, other.labels);
  const named = part === undefined ? '' : `, and which is another part by its label ${part.key}=${part.values[1]}`;
  return { text: `whose pods declare no ports${named}`, severity: part === undefined ? 'warning' : 'error' };
}

/** Whether pods of several applications bear the label to be found together: `gossip: "true"`, `part-of`. */
function isMembership(selector: Labels): boolean {
  return Object.entries(selector).some(
    ([key, value]) => value === 'true' || value === 'enabled' || key === 'app.kubernetes.io/part-of',
  );
}

function targets(ports: readonly ListenedPort[]): string {
  return ports.map(({ target }) => target).join(' or ');
}

function problemOf(
  service: SetObject<Service>,
  own: Workload,
  other: Workload,
  { text, severity }: Reason,
  graph: Graph,
): Problem {
  const selector = service.body.spec?.selector ?? {};
  const label = tellingLabel(own, other, graph);
  return {
    field: 'spec.selector',
    severity,
    message: `${printLabels(selector)} selects the pods of ${nameOf(own.object)}, and those of ${nameOf(other.object)}, ${text}`,
    ...(label === undefined
      ? {}
      : { fix: `Add \`${label}: ${own.labels[label] ?? ''}\` to the selector, which the others do not have.` }),
    related: [{ object: other.object, field: `${other.template}metadata.labels` }],
  };
}

/** A label of the own pods, no version, that the others do not have. */
function tellingLabel(own: Workload, other: Workload, { pods }: Graph): string | undefined {
  return Object.entries(own.labels).find(
    ([key, value]) =>
      !/version|hash|revision|chart/.test(key) &&
      value != null &&
      other.labels[key] !== value &&
      pods.withLabel(own.namespace, key, value).includes(own),
  )?.[0];
}
