import { check } from './refusals';

const service = { service: { name: 'web', port: { number: 80 } } };

function ingress(spec: object, annotations: object = {}): object {
  return { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', metadata: { name: 'web', annotations }, spec };
}

function withPath(path: object): object {
  return ingress({ rules: [{ http: { paths: [{ path: '/', pathType: 'Prefix', backend: service, ...path }] } }] });
}

describe('An Ingress', () => {
  check(
    [
      ['has rules or a default backend', {}, ['spec Invalid']],
      ['rules of TLS are not enough', { tls: [{ hosts: ['a.b'] }] }, ['spec Invalid']],
      ['a default backend is enough', { defaultBackend: service }, []],
      ['a rule may be empty', { rules: [null] }, []],
      ['but not a rule for HTTP', { rules: [{ http: {} }] }, ['spec.rules[0].http.paths Required']],
      ['has a class with a name', { defaultBackend: service, ingressClassName: '' }, ['spec.ingressClassName Invalid']],
    ],
    ingress,
  );
});

describe('The annotation for the class of an Ingress', () => {
  const classes = ({ annotation, field }: { annotation?: string; field?: string }): object =>
    ingress({ defaultBackend: service, ingressClassName: field }, { 'kubernetes.io/ingress.class': annotation });
  check(
    [
      ['may stand alone', { annotation: 'nginx' }, []],
      ['says what the field says', { annotation: 'nginx', field: 'nginx' }, []],
      ['or is refused', { annotation: 'nginx', field: 'traefik' }, ['annotations.kubernetes.io/ingress.class Invalid']],
    ],
    classes,
  );
});

describe('A host', () => {
  const host = ({ host: name }: { host?: string }): object =>
    ingress({ rules: [{ host: name }], tls: [{ hosts: [name ?? null] }] });
  const refused = ['spec.rules[0].host Invalid', 'spec.tls[0].hosts[0] Invalid'];
  check(
    [
      ['is a DNS name', { host: 'shop.example.com' }, []],
      ['or a wildcard', { host: '*.example.com' }, []],
      ['in front', { host: 'a.*.com' }, refused],
      ['as a whole part', { host: 'a*.example.com' }, refused],
      ['with a domain behind it', { host: '*' }, refused],
      ['has no port', { host: 'shop.example.com:80' }, refused],
      ['has no scheme', { host: 'https://shop.example.com' }, refused],
      ['is in lower case', { host: 'Shop.example.com' }, refused],
      ['has no dot at the end', { host: 'shop.example.com.' }, refused],
      ['is no address, though a certificate may be for one', { host: '10.0.0.1' }, ['spec.rules[0].host Invalid']],
      ['of IPv6 neither', { host: '::1' }, refused],
      ['may be missing in a rule, and not in a certificate', { host: '' }, ['spec.tls[0].hosts[0] Invalid']],
    ],
    host,
  );
});

describe('A path', () => {
  const at = 'spec.rules[0].http.paths[0]';
  const ofType = (pathType: string, path: string): object => ({ pathType, path });
  check(
    [
      ['says its type', { pathType: null, path: 'x', backend: {} }, [`${at}.pathType Required`]],
      ['of three', { pathType: 'prefix', path: 'x' }, [`${at}.pathType NotSupported`]],
      ['is absolute', ofType('Exact', 'cart'), [`${at}.path Invalid`]],
      ['is needed for type Prefix', ofType('Prefix', ''), [`${at}.path Invalid`]],
      ['is not needed for ImplementationSpecific', ofType('ImplementationSpecific', ''), []],
      ['is absolute there as well', ofType('ImplementationSpecific', 'cart'), [`${at}.path Invalid`]],
      ['but may be a pattern', ofType('ImplementationSpecific', '/a//(.*)%2f..'), []],
      ...['//', '/a/./b', '/a/../b', '/a%2fb', '/a%2Fb', '/a/..', '/a/.'].map(
        (path) => [`'${path}' is unclear`, ofType('Prefix', path), [`${at}.path Invalid`]] as const,
      ),
      ...['/a.', '/.a', '/a/...', '/é', '/a b', '/*'].map(
        (path) => [`'${path}' is clear`, ofType('Exact', path), []] as const,
      ),
    ],
    withPath,
  );
});

describe('A backend', () => {
  const at = 'spec.rules[0].http.paths[0].backend';
  const withBackend = (backend: object): object => withPath({ backend });
  const ofService = (written: object): object => ({ service: { name: 'web', port: { number: 80 }, ...written } });
  const ofResource = (written: object): object => ({ resource: { kind: 'Bucket', name: 'static', ...written } });
  check(
    [
      ['is a Service', service, []],
      ['or a resource', ofResource({}), []],
      ['or there is none', {}, [`${at} Invalid`]],
      ['but not both', { ...service, ...ofResource({}) }, [`${at} Invalid`]],
      ['names the Service', ofService({ name: '' }), [`${at}.service.name Required`]],
      [
        'which may begin with a digit since 1.36',
        ofService({ name: '1web' }),
        { '1.27': [`${at}.service.name Invalid`], '1.36': [] },
      ],
      ['names its port', ofService({ port: { name: 'http' } }), []],
      ['as a port is named', ofService({ port: { name: '80' } }), [`${at}.service.port.name Invalid`]],
      ['or gives its number', ofService({ port: { number: 65_536 } }), [`${at}.service.port.number Invalid`]],
      ['one of both', ofService({ port: { name: 'http', number: 80 } }), [`${at} Invalid`]],
      ['and not none', ofService({ port: { name: '', number: 0 } }), [`${at} Required`]],
      [
        'names the kind and name of a resource',
        { resource: {} },
        [`${at}.resource.kind Required`, `${at}.resource.name Required`],
      ],
      [
        'which can stand in a URL',
        ofResource({ kind: 'a/b', name: '..' }),
        [`${at}.resource.kind Invalid`, `${at}.resource.name Invalid`],
      ],
      ['and may be of a group', ofResource({ apiGroup: 'example.com' }), []],
      ['with a name', ofResource({ apiGroup: '' }), [`${at}.resource.apiGroup Invalid`]],
    ],
    withBackend,
  );
});

describe('TLS', () => {
  check(
    [
      ['may be without hosts and Secret', { tls: [{}] }, []],
      ['takes a Secret by its name', { tls: [{ secretName: 'Shop' }] }, ['spec.tls[0].secretName Invalid']],
    ],
    (tls) => ingress({ defaultBackend: service, ...tls }),
  );
});
