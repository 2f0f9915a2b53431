import { validateManifest } from '../../../lib/validation/validate-manifest';
import { answerOf, objectOf, type Schema } from './thing';

const withStatus = { subresources: { status: {} } };
const status: Schema = objectOf({ n: { type: 'integer' } }, { required: ['n'] });

describe('a status that is a resource of its own', () => {
  test.each([{}, { n: 'a' }, 5])('is dropped before the schema is asked: %j', (value) => {
    expect(answerOf({ status: value }, objectOf({ status }), withStatus)).toEqual([]);
  });
  test('is dropped before the rules are asked', () => {
    const schema = objectOf({ status }, { 'x-kubernetes-validations': [{ rule: '!has(self.status)' }] });
    expect(answerOf({ status: { n: 1 } }, schema, withStatus)).toEqual([]);
    expect(answerOf({ status: { n: 1 } }, schema)).toEqual(['<nil> Invalid']);
  });
  test('is missing where the schema asks for one', () => {
    expect(answerOf({ status: { n: 1 } }, objectOf({ status }, { required: ['status'] }), withStatus)).toEqual([
      'status Required',
    ]);
  });
  test('has known fields all the same', () => {
    expect(answerOf({ status: { m: 1 } }, objectOf({ status }), withStatus)).toEqual(['status.m Decode']);
  });
});

test('a status is a field like any other otherwise', () => {
  expect(answerOf({ status: {} }, objectOf({ status }))).toEqual(['status.n Required']);
});

test('the definitions that are known tell whether the status is a resource', () => {
  const route = {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: { name: 'web' },
    spec: {},
    status: {},
  };
  expect(validateManifest(route)).toEqual([]);
});
