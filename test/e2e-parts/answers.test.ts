import { judgeFixtures } from './facts';
import { problemOf } from '../e2e/judge';
import { hostOf, readAnswer } from '../e2e/send/answer';
import { fullNameOf, readLookup } from '../e2e/send/client-pod';
import { isFailure, printTable } from '../e2e/table';

describe('an answer', () => {
  test('tells pod, port and client', () => {
    const text =
      '{"pod":"web-1","say":"web","client":"[fd00::1]:1234","local":"10.0.0.1:8080","headers":{"Host":"x"}}\n';
    expect(readAnswer(text, '10.0.0.9')).toEqual({
      pod: 'web-1',
      say: 'web',
      client: 'fd00::1',
      port: 8080,
      own: '10.0.0.9',
    });
  });

  test('tells the client that a proxy names', () => {
    expect(readAnswer('{"pod":"a","client":"10.0.0.1:1","headers":{"X-Forwarded-For":"192.0.2.1"}}').client).toBe(
      '192.0.2.1',
    );
  });

  test('may stand in two lines of a raw connection', () => {
    expect(readAnswer('{"pod":"a","client":"10.0.0.1:1"}\n{"pod":"a","client":"x","data":"hello"}\n').client).toBe(
      '10.0.0.1',
    );
  });

  test.each([
    ['', 'an empty answer'],
    ['<html>Welcome</html>', 'not the echo server: <html>Welcome</html>'],
    ['{"other":1}', 'not the echo server'],
    ['{"pod":', 'not the echo server'],
  ])('%j is none', (text, problem) => {
    expect(() => readAnswer(text)).toThrow(problem);
  });

  test.each([
    ['10.0.0.1:80', '10.0.0.1'],
    ['::ffff:10.0.0.1', '10.0.0.1'],
    ['[::ffff:10.0.0.1]:80', '10.0.0.1'],
    ['fd00::1', 'fd00::1'],
  ])('%s comes from %s', (address, host) => {
    expect(hostOf(address)).toBe(host);
  });
});

describe('the judgement', () => {
  const { pods, by, answer } = judgeFixtures;

  test.each([
    ['the right pod', [answer()], { by }, undefined],
    ['another application', [answer({ pod: 'other' })], { by }, 'answered by other, not by a pod of the application'],
    [
      'a pod of elsewhere',
      [answer({ pod: 'stranger' })],
      { by },
      'answered by stranger, not by a pod of the application',
    ],
    [
      'somebody where nobody is',
      [answer()],
      { by: 'nobody' as const },
      'answered by web-1, where no pod is on the node',
    ],
    [
      'a client that is hidden',
      [answer({ client: 'x' })],
      { by, clientKept: true },
      'the pod sees x, not the client me',
    ],
    ['a client that may be hidden', [answer({ client: 'x' })], { by }, undefined],
    ['the right port', [answer({ port: 8080 })], { by, port: { port: 80, targetPort: 'http' } }, undefined],
    [
      'another port',
      [answer({ port: 81 })],
      { by, port: { port: 80, targetPort: 'http' } },
      "the pod's port 81 answered, not 8080",
    ],
    [
      'two pods for one client',
      [answer(), answer({ pod: 'web-2' })],
      { by, onePod: true },
      '2 pods answered 2 requests of one client',
    ],
    ['two pods', [answer(), answer({ pod: 'web-2' })], { by }, undefined],
  ])('%s', (_what, answers, expected, problem) => {
    expect(problemOf(answers, expected, pods)).toBe(problem);
  });
});

describe("the client pod's tools", () => {
  test.each([
    [
      'Server:\t\t10.96.0.10\nAddress:\t10.96.0.10:53\n\nName:\tweb.a.svc\nAddress: 10.1.0.1\nName:\tweb.a.svc\nAddress: 10.1.0.2\n',
      ['10.1.0.1', '10.1.0.2'],
      undefined,
    ],
    [
      'Server:    10.96.0.10\nAddress 1: 10.96.0.10 kube-dns\n\nName:      web\nAddress 1: 10.1.0.1 10-1-0-1.web\n',
      ['10.1.0.1'],
      undefined,
    ],
    [
      'Server:\t10.96.0.10\nAddress:\t10.96.0.10:53\n\ndb.a.svc\tcanonical name = db.example.com.\nName:\tdb.example.com\nAddress: 192.0.2.1\n',
      ['192.0.2.1'],
      'db.example.com',
    ],
    ["Server:\t10.96.0.10\nAddress:\t10.96.0.10:53\n\n** server can't find db.: NXDOMAIN\n", [], undefined],
  ])('read what nslookup says', (text, addresses, alias) => {
    expect(readLookup(text)).toEqual({ addresses, alias });
  });

  test.each([
    ['web', 'web.a.svc.cluster.local'],
    ['web.b', 'web.b.svc.cluster.local'],
    ['web.b.svc', 'web.b.svc.cluster.local'],
    ['web.b.svc.cluster.local', 'web.b.svc.cluster.local'],
  ])('%s is %s', (host, name) => {
    expect(fullNameOf(host, 'a', 'cluster.local')).toBe(name);
  });
});

test('the table has a column for each thing, and counts', () => {
  const row = {
    set: 'shop',
    way: 'NodePort',
    asked: 'http://10.0.0.1:30080',
    answeredBy: 'web-1',
    client: '',
    result: 'ok',
  };
  const rows = [
    row,
    { ...row, result: 'FAIL: timed out' },
    { ...row, result: 'not asked: SCTP' },
    { ...row, result: 'changed: x' },
  ];
  const text = printTable(rows);
  expect(text.split('\n')[1]).toBe('shop  NodePort  http://10.0.0.1:30080  web-1                     ok');
  expect(text).toContain('1 ok, 1 failed, 1 not asked');
  expect(rows.filter(isFailure)).toHaveLength(1);
});
