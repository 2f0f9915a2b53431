import type { Ingress, KubeObject, Service } from '../e2e/objects';
import { missingCertificates, replaceClasses } from '../e2e/rewrite/ingresses';
import { replaceAddresses } from '../e2e/rewrite/services';
import { missingObjects, missingPods } from '../e2e/rewrite/stand-ins';
import { deployment, facts, optionsOf, service } from './facts';

function addressed(given: Service, ...args: readonly string[]): Service {
  return replaceAddresses([given], { ...facts, ...optionsOf(...args) })[0] as Service;
}

test('external addresses become those that are told, else those of the nodes', () => {
  const given = service('web', 'a', { externalIPs: ['198.51.100.1'] });
  expect(addressed(given).spec.externalIPs).toEqual(['10.0.0.1', '10.0.0.2']);
  expect(addressed(given, '--external-ip', '10.9.9.9').spec.externalIPs).toEqual(['10.9.9.9']);
  expect(addressed(service('web', 'a', {})).spec).not.toHaveProperty('externalIPs');
});

test('a load balancer asks for nothing that this cluster lacks, and lets this machine in', () => {
  const { spec, metadata } = addressed({
    ...service('web', 'a', {
      type: 'LoadBalancer',
      loadBalancerClass: 'example.com/lb',
      loadBalancerIP: '203.0.113.7',
      loadBalancerSourceRanges: ['203.0.113.0/24'],
    }),
    metadata: {
      name: 'web',
      annotations: {
        'metallb.io/loadBalancerIPs': '203.0.113.7',
        'external-dns.alpha.kubernetes.io/hostname': 'shop.example.com',
        kept: 'yes',
      },
    },
  });
  expect(spec).toMatchObject({ loadBalancerSourceRanges: ['203.0.113.0/24', '10.0.0.254/32'] });
  expect(spec.loadBalancerIP).toBeUndefined();
  expect(spec.loadBalancerClass).toBeUndefined();
  expect(metadata.annotations).toEqual({ kept: 'yes' });
});

test('source ranges that hold this machine stay as they are, and others may be told', () => {
  const wide = service('web', 'a', { type: 'LoadBalancer', loadBalancerSourceRanges: ['10.0.0.0/8', 'fd00::/8'] });
  expect(addressed(wide).spec.loadBalancerSourceRanges).toEqual(['10.0.0.0/8', 'fd00::/8']);
  const told = addressed(wide, '--source-range', '192.0.2.0/24').spec.loadBalancerSourceRanges;
  expect(told).toEqual(['10.0.0.0/8', 'fd00::/8', '192.0.2.0/24']);
});

describe('Ingresses', () => {
  const ingress = (spec: Ingress['spec'], annotations = {}): Ingress => ({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name: 'web', namespace: 'a', annotations },
    spec,
  });
  const classOf = (given: Ingress, told: string | undefined, classes: readonly string[], byDefault?: string) => {
    const known = { ingressClasses: classes, defaultIngressClass: byDefault };
    return (replaceClasses([given], told, known)[0] as Ingress).spec.ingressClassName;
  };

  test('get a class that is served', () => {
    const own = ingress({ ingressClassName: 'nginx' });
    expect(classOf(own, 'told', ['nginx'])).toBe('told');
    expect(classOf(own, undefined, ['nginx', 'traefik'], 'traefik')).toBe('nginx');
    expect(classOf(own, undefined, ['a', 'traefik'], 'traefik')).toBe('traefik');
    expect(classOf(own, undefined, ['traefik'])).toBe('traefik');
    expect(classOf(own, undefined, [])).toBe('nginx');
    expect(classOf(ingress({}, { 'kubernetes.io/ingress.class': 'nginx' }), undefined, ['nginx', 'b'])).toBe('nginx');
  });

  test('ask for no certificate elsewhere, and get one for all of their hosts', () => {
    const tls = [{ hosts: ['a.example.com'], secretName: 's' }, { secretName: 's' }, { hosts: ['c.example.com'] }];
    const given = ingress(
      { tls, rules: [{ host: 'b.example.com' }, {}] },
      { 'cert-manager.io/issuer': 'x', kept: 'y' },
    );
    const [replaced] = replaceClasses([given], undefined, facts);
    expect(replaced?.metadata.annotations).toEqual({ kept: 'y' });
    expect(missingCertificates([given])).toEqual([
      { namespace: 'a', name: 's', hosts: ['a.example.com', 'b.example.com'] },
    ]);
    const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 's', namespace: 'a' } };
    expect(missingCertificates([given, secret])).toEqual([]);
  });
});

describe('stand-ins', () => {
  test('for what pods read and the set does not hold', () => {
    const pod = {
      serviceAccountName: 'reader',
      containers: [
        {
          name: 'web',
          env: [
            { name: 'A', valueFrom: { secretKeyRef: { name: 'db', key: 'user' } } },
            { name: 'B', valueFrom: { secretKeyRef: { name: 'db', key: 'password' } } },
            { name: 'C', valueFrom: { configMapKeyRef: { name: 'there', key: 'x' } } },
            { name: 'D', valueFrom: { configMapKeyRef: { name: 'maybe', key: 'x', optional: true } } },
          ],
          envFrom: [{ configMapRef: { name: 'all' } }],
        },
      ],
      volumes: [{ name: 'v', secret: { secretName: 'files', items: [{ key: 'k', path: 'p' }] } }],
    };
    const there = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'there', namespace: 'a' } };
    const made = missingObjects([deployment('web', 'a', pod), there]);
    expect(made.map(({ kind, metadata }) => `${kind} ${metadata.namespace ?? ''}/${metadata.name}`)).toEqual([
      'Secret a/db',
      'ConfigMap a/all',
      'Secret a/files',
      'ServiceAccount a/reader',
    ]);
    expect(made[0]).toMatchObject({ stringData: { user: 'e2e', password: 'e2e' } });
    expect(made[2]).toMatchObject({ stringData: { k: 'e2e' } });
  });

  test('for pods that a Service selects and somebody else deploys', () => {
    const ports = [
      { port: 80, targetPort: 'http' },
      { port: 81, targetPort: 9000, protocol: 'UDP' },
    ];
    const lonely = service('search', 'a', { selector: { app: 'search' }, ports });
    const served = service('web', 'a', { selector: { app: 'web' }, ports });
    const documents: readonly KubeObject[] = [
      deployment('web', 'a', { containers: [{ name: 'web' }] }),
      lonely,
      served,
    ];
    const [made, ...others] = missingPods(documents, { image: 'echo:1' });
    expect(others).toEqual([]);
    expect(made).toMatchObject({
      metadata: { name: 'e2e-search', namespace: 'a' },
      spec: {
        template: {
          metadata: { labels: { app: 'search' } },
          spec: {
            containers: [
              {
                ports: [
                  { name: 'http', containerPort: 80 },
                  { containerPort: 9000, protocol: 'UDP' },
                ],
              },
            ],
          },
        },
      },
    });
  });
});
