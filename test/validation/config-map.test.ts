import { check } from './refusals';

const kibibytes = (count: number): string => 'x'.repeat(count * 1024);

describe('A ConfigMap', () => {
  const long = 'a'.repeat(254);
  check(
    [
      ['has file names for keys', { data: { 'app.yaml': '', _A: '', '.x': null } }, []],
      [
        'and nothing else',
        { data: { '': '', 'a b': '', 'a/b': '', '.': '', '..a': '', [long]: '' } },
        [
          'data[] Invalid',
          'data[a b] Invalid',
          'data[a/b] Invalid',
          'data[.] Invalid',
          'data[..a] Invalid',
          `data[${long}] Invalid`,
        ],
      ],
      ['in both bags', { binaryData: { é: '' } }, ['binaryData[é] Invalid']],
      ['each key once', { data: { a: '' }, binaryData: { a: '' } }, ['data[a] Invalid']],
      ['holds a mebibyte', { data: { a: kibibytes(1024) } }, []],
      ['and no more', { data: { a: kibibytes(1024), b: 'x' } }, ['[] TooLong']],
      ['counted in bytes', { data: { a: 'é'.repeat(512 * 1024 + 1) } }, ['[] TooLong']],
      ['of what base64 stands for', { binaryData: { a: Buffer.from(kibibytes(1024)).toString('base64') } }, []],
      ['in both bags together', { data: { a: kibibytes(1024) }, binaryData: { b: 'eA==' } }, ['[] TooLong']],
    ],
    (written) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'app' }, ...written }),
  );
});
