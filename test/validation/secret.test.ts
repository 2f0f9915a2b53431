import { check } from './refusals';

function secret(written: object): object {
  return { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'app' }, ...written };
}

/** An object with lists in it, so many levels in all. */
const nested = (levels: number): string => `{"a":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`;

const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe('A Secret', () => {
  check(
    [
      ['may be empty', {}, []],
      ['may be of any type', { type: 'example.com/anything' }, []],
      [
        'has file names for keys',
        { data: { 'a b': '' }, stringData: { '..': '' } },
        ['data[a b] Invalid', 'data[..] Invalid'],
      ],
      ['holds a mebibyte', { stringData: { a: 'x'.repeat(1024 * 1024) } }, []],
      ['and no more', { stringData: { a: 'x'.repeat(1024 * 1024) }, data: { b: 'eA==' } }, ['data TooLong']],
      [
        'in clear text in place of base64',
        { stringData: { a: 'x' }, data: { a: base64('x'.repeat(1024 * 1024 + 1)) } },
        [],
      ],
    ],
    secret,
  );
});

describe('A Secret of a type that asks for keys', () => {
  const tls = 'kubernetes.io/tls';
  const ssh = 'kubernetes.io/ssh-auth';
  const basic = 'kubernetes.io/basic-auth';
  const token = 'kubernetes.io/service-account-token';
  const serviceAccount = 'kubernetes.io/service-account.name';
  check(
    [
      [
        'tls: certificate and key, even empty',
        { type: tls, data: { 'tls.crt': '' }, stringData: { 'tls.key': null } },
        [],
      ],
      ['tls: both', { type: tls }, ['data[tls.crt] Required', 'data[tls.key] Required']],
      [
        'ssh-auth: a key that is not empty',
        { type: ssh, stringData: { 'ssh-privatekey': '' } },
        ['data[ssh-privatekey] Required'],
      ],
      ['ssh-auth: any key', { type: ssh, stringData: { 'ssh-privatekey': 'x' } }, []],
      ['basic-auth: one of two, even empty', { type: basic, stringData: { password: '' } }, []],
      ['basic-auth: not none', { type: basic }, ['data[username] Required', 'data[password] Required']],
      [
        'service-account-token: the name of the account',
        { type: token },
        [`metadata.annotations[${serviceAccount}] Required`],
      ],
      [
        'service-account-token: as an annotation',
        { type: token, metadata: { name: 'app', annotations: { [serviceAccount]: 'app' } } },
        [],
      ],
    ],
    secret,
  );
});

describe.each([
  ['kubernetes.io/dockercfg', '.dockercfg'],
  ['kubernetes.io/dockerconfigjson', '.dockerconfigjson'],
])('A Secret of type %s', (type, key) => {
  const content = (text: string): object => ({ type, data: { [key]: base64(text) } });
  const refused = [`data[${key}] Invalid`];
  check(
    [
      ['holds settings', { type }, [`data[${key}] Required`]],
      ['as a JSON object', content('{"auths":{}}'), []],
      ['with space around it', content(' {} '), []],
      ['null is one to the server', content('null'), []],
      ['a list is none', content('[]'), refused],
      ['nothing is none', content(''), refused],
      ['text behind it is too much', content('{}x'), refused],
      ['a byte order mark in front too', content('\ufeff{}'), refused],
      ['a number beyond a float too', content('{"a":{"b":[1e999]}}'), refused],
      ['ten thousand levels are read', content(nested(10_000)), []],
      ['and no more', content(nested(10_001)), refused],
      ['in clear text', { type, stringData: { [key]: '{}' } }, []],
    ],
    secret,
  );
});
