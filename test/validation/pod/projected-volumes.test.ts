import { check, deploymentOf, podWith } from './refusals';

const at = 'spec.volumes[0].projected';
const required = (...fields: string[]): string[] => fields.map((field) => `${at}${field} FieldValueRequired`);
const invalid = (...fields: string[]): string[] => fields.map((field) => `${at}${field} FieldValueInvalid`);
const forbidden = (...fields: string[]): string[] => fields.map((field) => `${at}${field} FieldValueForbidden`);

const volumeOf = (...sources: unknown[]): object => ({
  serviceAccountName: 'default',
  volumes: [{ name: 'data', projected: { sources } }],
});
/** A Pod with one source in its projected volume. */
const withSource = (source: object): object => podWith(volumeOf(source));

describe('A projected volume', () => {
  const items = [{ key: 'k', path: 'p' }];
  check(
    [
      ['may be empty', [], []],
      ['may have empty sources', [{}, null], []],
      [
        'shows Secrets and ConfigMaps by name',
        [{ secret: {} }, { configMap: {} }],
        required('.sources[0].secret.name', '.sources[1].configMap.name'),
      ],
      ['shows the downward API', [{ downwardAPI: { items: [{ path: 'a' }] } }], required('.sources[0].downwardAPI')],
      ['has one kind in a source', [{ secret: { name: 'a' }, configMap: { name: 'a' } }], forbidden('.sources[0]')],
      ['writes no path twice', [{ secret: { name: 'a', items } }, { configMap: { name: 'b', items } }], invalid('')],
      [
        'stays inside of the volume',
        [{ secret: { name: 'a', items: [{ key: 'k', path: '../p' }] } }],
        invalid('.sources[0].secret.items[0].path'),
      ],
    ],
    (sources) => podWith(volumeOf(...(sources as object[]))),
  );
  check([['has modes from 0 to 0777', { defaultMode: 512 }, invalid('.defaultMode')]], (projected) =>
    podWith({ volumes: [{ name: 'data', projected }] }),
  );
});

describe('A service account token', () => {
  const path = 'token';
  check(
    [
      ['lives an hour unless told otherwise', { path }, []],
      [
        'lives at least ten minutes',
        { path, expirationSeconds: 599 },
        invalid('.sources[0].serviceAccountToken.expirationSeconds'),
      ],
      [
        'lives at most 2^32 seconds',
        { path, expirationSeconds: 2 ** 32 + 1 },
        invalid('.sources[0].serviceAccountToken.expirationSeconds'),
      ],
      ['has a path, reported at the volume', {}, required('.path')],
      [
        'stays inside of the volume since 1.30',
        { path: '../a' },
        { '1.28': [], '1.30': invalid('.path'), '1.37': invalid('.path') },
      ],
      ['may share its path', { path }, []],
    ],
    (token) => withSource({ serviceAccountToken: token }),
  );

  const token = { volumes: [{ name: 'data', projected: { sources: [{ serviceAccountToken: { path } }] } }] };
  check(
    [
      ['needs a service account in a Pod', token, forbidden('.sources[0].serviceAccountToken')],
      ['which the older field may name', { ...token, serviceAccount: 'default' }, []],
    ],
    podWith,
  );
  check([['is free of that in a template', token, []]], deploymentOf);
});

/** Cluster trust bundles and pod certificates are read since 1.37; before it they are dropped. */
const since137 = (refused: string[]): Record<string, string[]> => ({ '1.36': [], '1.37': refused });

describe('A cluster trust bundle', () => {
  const field = '.sources[0].clusterTrustBundle';
  const path = 'ca.crt';
  check(
    [
      ['by name', { name: 'ca', path }, since137([])],
      ['by the name of a signer and its own', { name: 'example.com:ca:root', path }, since137([])],
      ['by a signer', { signerName: 'example.com/ca', path, labelSelector: {} }, since137([])],
      ['by either of them', { name: 'a', signerName: 'example.com/ca', path }, since137(invalid(field))],
      ['by one of them', { path }, since137(required(field))],
      ['has a name in the form of names', { name: 'A', path }, since137(invalid(`${field}.name`))],
      [
        'has a name that is not empty',
        { name: '', path },
        since137([...required(`${field}.name`), ...invalid(`${field}.name`)]),
      ],
      ['has a signer before a colon', { name: ':ca', path }, since137(invalid(`${field}.name`))],
      ['has its signer written with colons', { name: 'example.com/ca:root', path }, since137(invalid(`${field}.name`))],
      [
        'has no selector beside a name',
        { name: 'a', labelSelector: {}, path },
        since137(invalid(`${field}.labelSelector`)),
      ],
      ['has a signer with a domain', { signerName: 'ca', path }, since137(invalid(`${field}.signerName`))],
      ['has a signer that is not empty', { signerName: '', path }, since137(required(`${field}.signerName`))],
      [
        'has a sound selector beside a signer',
        { signerName: 'example.com/ca', labelSelector: { matchLabels: { '-': '' } }, path },
        since137(invalid(`${field}.labelSelector.matchLabels`)),
      ],
      ['has a path', { name: 'a' }, since137(required(`${field}.path`))],
      ['stays inside of the volume', { name: 'a', path: '/a' }, since137(invalid(`${field}.path`))],
    ],
    (clusterTrustBundle) => withSource({ clusterTrustBundle }),
  );
  const bundle = { clusterTrustBundle: { name: 'a', path } };
  check([['does not share its path', {}, since137(invalid(''))]], () => podWith(volumeOf(bundle, bundle)));
  check([['is a kind of source', {}, since137(forbidden('.sources[0]'))]], () => {
    return withSource({ ...bundle, configMap: { name: 'a' } });
  });
});

describe('A pod certificate', () => {
  const field = '.sources[0].podCertificate';
  const sound = { signerName: 'example.com/ca', keyType: 'ED25519', credentialBundlePath: 'bundle.pem' };
  const day = 24 * 60 * 60;
  check(
    [
      ['in one file', {}, since137([])],
      [
        'in two files',
        { credentialBundlePath: '', keyPath: 'key.pem', certificateChainPath: 'chain.pem' },
        since137([]),
      ],
      ['has at least one file', { credentialBundlePath: undefined }, since137(required(field))],
      ['has files of different names', { keyPath: 'bundle.pem' }, since137(invalid(''))],
      ['stays inside of the volume', { keyPath: '/key' }, since137(invalid(`${field}.keyPath`))],
      ['has a signer', { signerName: undefined }, since137(required(`${field}.signerName`))],
      ['has a signer of two parts', { signerName: 'example/Ca' }, since137(invalid(`${field}.signerName`))],
      ['has a signer with one slash', { signerName: 'example.com/a/b' }, since137(invalid(`${field}.signerName`))],
      [
        'has a signer of some length',
        { signerName: `${'a.'.repeat(127)}a/ca` },
        since137([`${at}${field}.signerName FieldValueTooLong`]),
      ],
      ['has a known key type', { keyType: 'RSA' }, since137([`${at}${field}.keyType FieldValueNotSupported`])],
      ['lives at least an hour', { maxExpirationSeconds: 3599 }, since137(invalid(`${field}.maxExpirationSeconds`))],
      [
        'lives at most 91 days',
        { maxExpirationSeconds: 91 * day + 1 },
        since137(invalid(`${field}.maxExpirationSeconds`)),
      ],
      [
        'lives at most a day by signers of Kubernetes',
        { signerName: 'kubernetes.io/kube-apiserver-client-pod', maxExpirationSeconds: day + 1 },
        since137(invalid(`${field}.maxExpirationSeconds`)),
      ],
      [
        'has annotations with a domain',
        { userAnnotations: { 'example.com/A': 'a', b: '' } },
        since137(invalid(`${field}.userAnnotations`)),
      ],
      ['has annotations with a key', { userAnnotations: { '': 'a' } }, since137(required(`${field}.userAnnotations`))],
      [
        'has annotations of some size',
        { userAnnotations: { 'example.com/a': 'a'.repeat(256 * 1024) } },
        since137([`${at}${field}.userAnnotations FieldValueTooLong`]),
      ],
    ],
    (written) => withSource({ podCertificate: { ...sound, ...written } }),
  );
});

describe('Owners of files, off by default', () => {
  const bundle = { name: 'a', path: 'p', user: -1 };
  const refused = [...forbidden('.sources[0]'), ...invalid('.sources[0].clusterTrustBundle.user')];
  check(
    [
      ['are dropped', { clusterTrustBundle: bundle }, { '1.37': [] }],
      [
        'but of the first kind in a source only',
        { secret: { name: 'a' }, clusterTrustBundle: bundle },
        { '1.37': refused },
      ],
    ],
    withSource,
  );
  const files = { items: [{ path: 'a', user: -1, fieldRef: { fieldPath: 'metadata.name' } }], defaultUser: -1 };
  const users = ['downwardAPI.user FieldValueInvalid', 'downwardAPI.defaultUser FieldValueInvalid'];
  check(
    [
      ['are dropped of a volume', { downwardAPI: files }, { '1.37': [] }],
      [
        'but of one kind only',
        { downwardAPI: files, configMap: { name: 'a' } },
        { '1.37': ['configMap FieldValueForbidden', ...users].map((line) => `spec.volumes[0].${line}`) },
      ],
    ],
    (source) => podWith({ volumes: [{ name: 'data', ...source }] }),
  );
});
