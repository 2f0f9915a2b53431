import { flagOf, type ControllerInSet } from '../../graph/controllers-in-set';
import { annotationOf, nameOf, type SetObject } from '../../graph/set-object';
import { textOf } from '../../manifests/untyped';
import type { Service } from '../../kubernetes/api';
import { service } from '../example-manifests';
import { defineRule, type FieldOf } from '../rule';
import { configMap, controller } from './flag-reference.examples';

const aws = 'service.beta.kubernetes.io/aws-load-balancer-proxy-protocol';
const front = (annotations = ''): string =>
  service('app: controller', {
    name: 'controller',
    spec: 'type: LoadBalancer',
    ...(annotations === '' ? {} : { annotations }),
  });
const told = (value: string): string =>
  controller(['--configmap=default/settings']) + configMap('settings', `use-proxy-protocol: "${value}"`);

export const proxyProtocol = defineRule({
  id: 'controller/proxy-protocol',
  class: 'broken',
  on: ['set'],
  summary: 'The PROXY protocol is spoken by the load balancer and by the controller, or by neither.',
  why: 'On one side only, the controller takes the line with the address for a broken request, or waits for a line that never comes: every request is 400 or cut off.',
  fix: 'Turn it on at both: the annotation of the Service, and `use-proxy-protocol` (or the trusted addresses) of the controller.',
  symptoms: ['400 Bad Request', 'broken header while reading PROXY protocol', 'connection reset', 'empty reply'],
  references: ['https://kubernetes.github.io/ingress-nginx/user-guide/miscellaneous/#proxy-protocol'],
  good: [
    { title: 'both', manifests: front(`${aws}: "*"`) + told('true') },
    { title: 'neither', manifests: front() + told('false') },
  ],
  bad: [
    {
      title: 'the load balancer alone',
      manifests: front(`${aws}: "*"`) + told('false'),
      finds: [`metadata.annotations[${aws}]`],
    },
    { title: 'the controller alone', manifests: front() + told('true'), finds: ['data[use-proxy-protocol]'] },
    {
      title: 'the load balancer alone, before Traefik',
      manifests: front(`${aws}: "*"`) + controller(['--providers.kubernetesingress'], 'traefik:v3.7.13'),
      finds: [`metadata.annotations[${aws}]`],
    },
  ],
  *check(graph) {
    for (const one of graph.controllers) {
      // Settings outside of the set may say anything.
      if (flagOf(one, 'configmap', 'nginx-configmaps') !== undefined && one.configMap === undefined) continue;
      const reads = readsProxyProtocol(one);
      for (const service of one.services) {
        if (service.body.spec?.type !== 'LoadBalancer') continue;
        const key = sends(service);
        const at: FieldOf = { object: service, field: `metadata.annotations[${key ?? ''}]` };
        if (key !== undefined && reads === undefined) {
          yield {
            ...at,
            message: `the load balancer of ${nameOf(service)} sends the PROXY protocol, and ${one.make.title} is not told to read it`,
          };
        } else if (key === undefined && reads !== undefined && reads.certain) {
          // Some load balancers are told elsewhere, by their own interface.
          yield {
            ...reads.at,
            severity: 'warning',
            message: `${one.make.title} waits for the PROXY protocol, and nothing tells the load balancer of ${nameOf(service)} to send it`,
            related: [{ object: service, field: 'metadata.annotations' }],
          };
        }
      }
    }
  },
});

const switches = ['use-proxy-protocol', 'proxy-protocol'];

function readsProxyProtocol({
  configMap,
  flags,
  workload,
}: ControllerInSet): { readonly at: FieldOf; readonly certain: boolean } | undefined {
  const data = configMap?.body.data ?? {};
  const key = switches.find((one) => !['', 'false'].includes(textOf(data[one]).toLowerCase()));
  if (configMap !== undefined && key !== undefined)
    return { at: { object: configMap, field: `data[${key}]` }, certain: key === 'use-proxy-protocol' };
  const flag = flags.find(({ name }) => /proxyprotocol\.(?:trustedips|insecure)$|^use-proxy-protocol$/.test(name));
  // Traefik takes both from the addresses that it trusts.
  return flag === undefined
    ? undefined
    : { at: { object: workload.object, field: flag.field }, certain: flag.name === 'use-proxy-protocol' };
}

/** The annotation by which a load balancer is told to send it. */
function sends(service: SetObject<Service>): string | undefined {
  return Object.keys(service.annotations).find((key) => {
    const value = annotationOf(service, key)?.toLowerCase() ?? '';
    const named =
      /proxy-protocol|proxyprotocol/.test(key) ||
      (key.endsWith('target-group-attributes') && /proxy_protocol_v2\.enabled=true/.test(value));
    return named && !['', 'false', 'none', 'off', '0'].includes(value);
  });
}
