import { gateway, httpRoute } from '../custom-example';
import { service } from '../example-manifests';
import { web } from '../ingress-example';
import type { Rule } from '../rule';

const listener = (more = '', protocol = 'HTTP'): string => `{ name: main, port: 443, protocol: ${protocol}${more} }`;
const from = (namespaces: string): string => listener(`, allowedRoutes: { namespaces: ${namespaces} }`);
const inShop =
  service('app: web', { namespace: 'shop' }) +
  httpRoute('parentRefs: [{ name: edge, namespace: edge }]', { namespace: 'shop' });
const edge = (text: string): string => gateway(text, { namespace: 'edge' });
const named = (namespace: string, labels: string): string => `
---
apiVersion: v1
kind: Namespace
metadata: { name: ${namespace}, labels: { ${labels} } }
`;
const selecting = '{ from: Selector, selector: { matchLabels: { gateway: open } } }';
const hosted = (...hosts: readonly string[]): string =>
  web + httpRoute(`parentRefs: [{ name: edge }], hostnames: [${hosts.map((host) => `'${host}'`).join(', ')}]`);
const parent = 'spec.parentRefs[0]';

export const good: Rule['good'] = [
  { title: 'one namespace', manifests: web + gateway() + httpRoute() },
  { title: 'all namespaces', manifests: edge(from('{ from: All }')) + inShop },
  { title: 'namespaces with a label', manifests: edge(from(selecting)) + inShop + named('shop', 'gateway: open') },
  { title: 'a Namespace of somebody else', manifests: edge(from(selecting)) + inShop },
  {
    title: 'the label that every namespace has',
    manifests:
      edge(from('{ from: Selector, selector: { matchLabels: { kubernetes.io/metadata.name: shop } } }')) + inShop,
  },
  {
    title: 'a host under a wildcard',
    manifests: gateway(listener(', hostname: "*.example.com"')) + hosted('a.b.example.com'),
  },
  {
    title: 'a wildcard over a host',
    manifests: gateway(listener(', hostname: shop.example.com')) + hosted('*.example.com'),
  },
  {
    title: 'another listener has it',
    manifests:
      gateway(`${listener(', hostname: a.example.com')}, { name: other, port: 80, protocol: HTTP }`) +
      hosted('b.example.com'),
  },
];

export const bad: Rule['bad'] = [
  {
    title: 'another namespace, by the label that every one has',
    manifests:
      edge(from('{ from: Selector, selector: { matchLabels: { kubernetes.io/metadata.name: blog } } }')) + inShop,
    finds: [`${parent}.namespace`],
  },
  {
    title: 'the same namespace alone, as nothing is said',
    manifests: edge(listener()) + inShop,
    finds: [`${parent}.namespace`],
  },
  {
    title: 'namespaces with another label',
    manifests: edge(from(selecting)) + inShop + named('shop', 'team: shop'),
    finds: [`${parent}.namespace`],
  },
  {
    title: 'another host',
    manifests: gateway(listener(', hostname: shop.example.com')) + hosted('www.example.com'),
    finds: ['spec.hostnames[0]'],
  },
  {
    title: 'the domain itself, under a wildcard',
    manifests: gateway(listener(', hostname: "*.example.com"')) + hosted('example.com'),
    finds: ['spec.hostnames[0]'],
  },
  {
    title: 'one host of two',
    manifests: gateway(listener(', hostname: shop.example.com')) + hosted('shop.example.com', 'www.example.com'),
    finds: ['spec.hostnames[1]'],
  },
  {
    title: 'HTTP for a listener of TCP',
    manifests: web + gateway(listener('', 'TCP')) + httpRoute(),
    finds: [`${parent}.name`],
  },
  {
    title: 'TCP for a listener of HTTP',
    manifests: web + gateway() + httpRoute('parentRefs: [{ name: edge, sectionName: http }]', { kind: 'TCPRoute' }),
    finds: [`${parent}.sectionName`],
  },
  {
    title: 'a kind that the listener does not name',
    manifests: web + gateway(listener(', allowedRoutes: { kinds: [{ kind: GRPCRoute }] }')) + httpRoute(),
    finds: [`${parent}.name`],
  },
];
