import fc from 'fast-check';
import { PodIndex } from '../../lib/graph/pod-index';
import { setObject } from '../../lib/graph/set-object';
import { workloadOf, type Workload } from '../../lib/graph/workload';
import type { Labels } from '../../lib/kubernetes/label-selectors';

/** Few names, so that many labels meet. */
const key = fc.constantFrom('app', 'tier', 'app.kubernetes.io/name', 'constructor');
const value = fc.constantFrom('web', 'db', '');
const labels: fc.Arbitrary<Labels> = fc.dictionary(key, value, { maxKeys: 3 });
const namespace = fc.constantFrom('shop', 'stock');

const workloads = fc.array(fc.record({ labels, namespace, own: labels }), { maxLength: 12 }).map((all) =>
  all.flatMap((one, index) => {
    const object = setObject(
      {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: { name: `d${index}`, namespace: one.namespace, labels: one.own },
        spec: { template: { metadata: { labels: one.labels }, spec: { containers: [{ name: 'main' }] } } },
      },
      { document: { manifest: undefined }, prefix: '' },
    );
    const workload = object && workloadOf(object);
    return workload === undefined ? [] : [workload];
  }),
);

function has(found: Labels, asked: Labels): boolean {
  return Object.keys(asked).every((name) => Object.hasOwn(found, name) && found[name] === asked[name]);
}

function names(found: readonly Workload[]): string[] {
  return found.map(({ object }) => object.name).sort();
}

test('the pods of a Service are those that have all labels of its selector, in its namespace', () => {
  fc.assert(
    fc.property(workloads, namespace, labels, (all, where, selector) => {
      fc.pre(Object.keys(selector).length > 0);
      const expected = all.filter((one) => one.namespace === where && has(one.labels, selector));
      expect(names(new PodIndex(all).withLabels(where, selector))).toEqual(names(expected));
    }),
  );
});

test('an empty selector of a Service selects nobody, an empty label selector everybody of the namespace', () => {
  fc.assert(
    fc.property(workloads, namespace, (all, where) => {
      const index = new PodIndex(all);
      expect(index.withLabels(where, {})).toEqual([]);
      expect(names(index.selectedBy(where, {}))).toEqual(names(all.filter((one) => one.namespace === where)));
      expect(index.selectedBy(where, undefined)).toEqual([]);
    }),
  );
});

test('the requirements of a label selector all hold', () => {
  fc.assert(
    fc.property(workloads, namespace, labels, key, (all, where, matchLabels, other) => {
      const matchExpressions = [{ key: other, operator: 'Exists' }];
      const found = new PodIndex(all).selectedBy(where, { matchLabels, matchExpressions });
      const expected = all.filter(
        (one) => one.namespace === where && has(one.labels, matchLabels) && Object.hasOwn(one.labels, other),
      );
      expect(names(found)).toEqual(names(expected));
    }),
  );
});

test('labels are found in any namespace, and on owners', () => {
  fc.assert(
    fc.property(workloads, namespace, labels, (all, where, asked) => {
      fc.pre(Object.keys(asked).length > 0);
      const index = new PodIndex(all);
      expect(names(index.withLabelsAnywhere(asked))).toEqual(names(all.filter((one) => has(one.labels, asked))));
      const owners = all.filter((one) => one.namespace === where && has(one.object.labels, asked));
      expect(names(index.withLabelsOfOwner(where, asked))).toEqual(names(owners));
    }),
  );
});

describe('labels that controllers put on pods', () => {
  const pods = (kind: string, name: string): PodIndex => {
    const object = setObject(
      {
        apiVersion: 'apps/v1',
        kind,
        metadata: { name },
        spec: { template: { metadata: { labels: { app: name } }, spec: { containers: [{ name: 'main' }] } } },
      },
      { document: { manifest: undefined }, prefix: '' },
    );
    const workload = object && workloadOf(object);
    return new PodIndex(workload === undefined ? [] : [workload]);
  };

  test.each([
    ['StatefulSet', 'db', 'db-0', 1],
    ['StatefulSet', 'db', 'db-10', 1],
    ['StatefulSet', 'db', 'other-0', 0],
    ['StatefulSet', 'db', 'db-read-0', 0],
  ])('%s %s has a pod %s: %i', (kind, name, pod, count) => {
    const selector = { 'statefulset.kubernetes.io/pod-name': pod };
    expect(pods(kind, name).runningWithLabels('default', selector)).toHaveLength(count);
  });

  test('the labels of the template have to be there as well', () => {
    const selector = { app: 'web', 'statefulset.kubernetes.io/pod-name': 'db-0' };
    expect(pods('StatefulSet', 'db').runningWithLabels('default', selector)).toEqual([]);
  });
});
