import type { ClusterFacts } from '../e2e/cluster/facts';
import type { KubeObject, Pod, PodSpec, Service, ServiceSpec } from '../e2e/objects';
import { readOptions } from '../e2e/options';
import type { Options } from '../e2e/options';
import type { Answer } from '../e2e/send/answer';

/** A cluster of two nodes with Traefik, and no storage. */
export const facts: ClusterFacts = {
  nodes: [
    { name: 'n1', address: '10.0.0.1', labels: { 'kubernetes.io/os': 'linux' } },
    { name: 'n2', address: '10.0.0.2', labels: { 'kubernetes.io/os': 'linux' } },
  ],
  defaultStorage: false,
  storageClasses: [],
  ingressClasses: ['traefik'],
  defaultIngressClass: undefined,
  kinds: new Map([
    ['v1 Namespace', false],
    ['v1 Service', true],
    ['v1 Secret', true],
    ['v1 Pod', true],
    ['apps/v1 Deployment', true],
    ['apps/v1 StatefulSet', true],
    ['apps/v1 DaemonSet', true],
    ['networking.k8s.io/v1 Ingress', true],
    ['rbac.authorization.k8s.io/v1 ClusterRole', false],
    ['rbac.authorization.k8s.io/v1 ClusterRoleBinding', false],
  ]),
  ownAddresses: ['10.0.0.254'],
};

export function optionsOf(...args: readonly string[]): Options {
  const options = readOptions(['--context', 'test', ...args]);
  if (options === 'help') throw new Error('help was not asked for');
  return options;
}

export function deployment(name: string, namespace: string, spec: PodSpec): KubeObject {
  const labels = { app: name };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace },
    spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec } },
  } as KubeObject;
}

export function service(name: string, namespace: string, spec: ServiceSpec): Service {
  return { apiVersion: 'v1', kind: 'Service', metadata: { name, namespace }, spec };
}

const pod = (name: string, app: string, namespace = 'a'): Pod => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, namespace, labels: { app } },
  spec: { containers: [{ name: 'c', ports: [{ name: 'http', containerPort: 8080 }] }] },
});

/** Two pods of an application, one of another, and one of another namespace. */
export const judgeFixtures = {
  pods: [pod('web-1', 'web'), pod('web-2', 'web'), pod('other', 'other'), pod('stranger', 'web', 'b')],
  by: { namespace: 'a', labels: { app: 'web' } },
  answer: (changes: Partial<Answer> = {}): Answer => ({ pod: 'web-1', client: 'me', own: 'me', ...changes }),
};
