import { check } from './refusals';

const time = { eventTime: '2026-01-01T00:00:00.000000Z' };
const report = { reportingInstance: 'x', action: 'x', reason: 'x' };
const long = 'x'.repeat(129);

describe('An Event of the core group', () => {
  check(
    [
      ['is about anything, in default', {}, []],
      [
        'is in the namespace of its object',
        { metadata: { name: 'a', namespace: 'b' }, involvedObject: { namespace: 'b' } },
        [],
      ],
      ['is in no other', { involvedObject: { namespace: 'b' } }, ['involvedObject.namespace Invalid']],
      [
        'is in default for an object of none',
        { metadata: { name: 'a', namespace: 'b' } },
        ['involvedObject.namespace Invalid'],
      ],
      ['may be in that of the request', { metadata: { name: 'a' }, involvedObject: { namespace: 'b' } }, []],
      ['tells this before its name', { metadata: { namespace: 'b' } }, ['involvedObject.namespace Invalid']],
      [
        'with a time says who reports what',
        time,
        [
          'reportingComponent Required',
          'reportingComponent Invalid',
          'reportingInstance Required',
          'action Required',
          'reason Required',
        ],
      ],
      [
        'with a time is about any namespace',
        { ...time, ...report, reportingComponent: 'a/b', involvedObject: { namespace: 'b' } },
        [],
      ],
    ],
    (written) => ({ apiVersion: 'v1', kind: 'Event', metadata: { name: 'a', namespace: 'default' }, ...written }),
  );
});

describe('An Event of events.k8s.io/v1', () => {
  check(
    [
      ['is sound', {}, []],
      ['has a time, and a type', { eventTime: null, type: 'Other' }, ['eventTime Required', 'type Invalid']],
      [
        'is short',
        { reportingInstance: long, action: long, reason: long, note: 'x'.repeat(1025) },
        ['reportingInstance Invalid', 'action Invalid', 'reason Invalid', 'message Invalid'],
      ],
      ['has two in a series', { series: { count: 1 } }, ['series.count Invalid', 'series.lastObservedTime Required']],
      [
        'has no field of older versions',
        {
          deprecatedCount: 1,
          deprecatedSource: { host: 'a' },
          deprecatedFirstTimestamp: '2026-01-01T00:00:00Z',
          deprecatedLastTimestamp: '2026-01-01T00:00:00Z',
        },
        ['count Invalid', 'source Invalid', 'firstTimestamp Invalid', 'lastTimestamp Invalid'],
      ],
    ],
    (written) => ({
      apiVersion: 'events.k8s.io/v1',
      kind: 'Event',
      metadata: { name: 'a', namespace: 'default' },
      ...time,
      ...report,
      reportingController: 'a/b',
      type: 'Normal',
      ...written,
    }),
  );
});
