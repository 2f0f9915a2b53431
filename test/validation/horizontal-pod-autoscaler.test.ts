import { check, type Case } from './refusals';

function autoscaler(spec: object): object {
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'web' },
    spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' }, maxReplicas: 10, ...spec },
  };
}

describe('The numbers of replicas', () => {
  const most = 'spec.maxReplicas';
  const external = { type: 'External', external: { metric: { name: 'queue' }, target: { type: 'Value', value: 1 } } };
  const zero = 'spec.minReplicas Invalid';
  check(
    [
      ['begin at one by default', { minReplicas: null }, []],
      [
        'have an upper end',
        { maxReplicas: 0 },
        { '1.27': [`${most} Invalid`], '1.36': [`${most} Invalid`, `${most} Required`] },
      ],
      ['that is no less than the lower one', { minReplicas: 11 }, [`${most} Invalid`]],
      ['are positive', { minReplicas: -1, maxReplicas: -1 }, [zero, `${most} Invalid`]],
      ['may begin at zero since 1.37', { minReplicas: 0, metrics: [external] }, { '1.27': [zero], '1.37': [] }],
      [
        'with a metric that there is without pods',
        { minReplicas: 0 },
        { '1.27': ['spec.metrics Forbidden', zero], '1.37': ['spec.metrics Forbidden'] },
      ],
    ],
    autoscaler,
  );
});

describe('What is scaled', () => {
  const at = 'spec.scaleTargetRef';
  const target = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' };
  const sinceVersion = { '1.27': [], '1.34': [`${at}.apiVersion Invalid`] };
  check(
    [
      ['has a kind and a name', { apiVersion: 'apps/v1' }, [`${at}.kind Required`, `${at}.name Required`]],
      ['that can stand in a URL', { ...target, kind: 'a/b', name: '%' }, [`${at}.kind Invalid`, `${at}.name Invalid`]],
      ['is of an API group since 1.34', { ...target, apiVersion: 'v1' }, sinceVersion],
      ['which is given', { ...target, apiVersion: null }, sinceVersion],
      ['in front of one version', { ...target, apiVersion: 'apps/v1/x' }, sinceVersion],
      ['unless it is a ReplicationController', { kind: 'ReplicationController', name: 'web', apiVersion: 'v1' }, []],
      ['though not in any form', { kind: 'ReplicationController', name: 'web', apiVersion: '/v1/' }, sinceVersion],
    ],
    (scaleTargetRef) => autoscaler({ scaleTargetRef }),
  );
});

const withMetric = (metric: object): object => autoscaler({ metrics: [metric] });
const at = 'spec.metrics[0]';
const utilization = { type: 'Utilization', averageUtilization: 80 };
const average = { type: 'AverageValue', averageValue: '100m' };

describe('A metric', () => {
  const resource = { name: 'cpu', target: utilization };
  check(
    [
      ['is of one type', { type: 'Resource', resource }, []],
      ['that is known', { type: 'CPU', resource }, [`${at}.type NotSupported`]],
      ['that is given', { resource }, [`${at}.type NotSupported`, `${at}.type Required`]],
      ['with the field of that type', { type: 'Resource' }, [`${at}.resource Required`]],
      ['and no other', { type: 'Resource', pods: {}, resource }, [`${at}.pods Forbidden`, ...firstOnly('pods')]],
      [
        'of several the first is looked at',
        { type: 'Pods', object: {}, resource: {} },
        [`${at}.pods Required`, `${at}.object Forbidden`, `${at}.resource Forbidden`, ...ofNothing('object')],
      ],
      ['one alone of another type is not forbidden', { type: 'Pods', resource }, [`${at}.pods Required`]],
      ['is no property that every object has', { type: 'toString' }, [`${at}.type NotSupported`]],
    ],
    withMetric,
  );
});

/** What an empty source of pods is refused for. */
function firstOnly(field: string): string[] {
  return [
    `${at}.${field}.metric.name Required`,
    `${at}.${field}.target.averageValue Required`,
    `${at}.${field}.target.type Invalid`,
    `${at}.${field}.target.type Required`,
  ];
}

/** What an empty source of an object is refused for. */
function ofNothing(field: string): string[] {
  return [
    ...firstOnly(field),
    `${at}.${field}.describedObject.kind Required`,
    `${at}.${field}.describedObject.name Required`,
  ];
}

describe('A resource metric', () => {
  const rows = (field: string): Case[] => [
    ['by share', { target: utilization }, []],
    ['by amount', { target: average }, []],
    ['by one of both', { target: { type: 'Value' } }, [`${at}.${field}.target.averageUtilization Required`]],
    ['not by both', { target: { ...average, ...utilization } }, [`${at}.${field}.target.averageValue Forbidden`]],
    ['has a name', { name: '', target: average }, [`${at}.${field}.name Required`]],
    [
      'aims above nothing',
      { target: { type: 'Utilization', averageUtilization: 0 } },
      [`${at}.${field}.target.averageUtilization Invalid`],
    ],
    [
      'aims at a positive amount',
      { target: { type: 'AverageValue', averageValue: '-1' } },
      [`${at}.${field}.target.averageValue Invalid`],
    ],
    ['aims at no other kind', { target: { ...average, type: 'Average' } }, [`${at}.${field}.target.type Invalid`]],
  ];
  check(rows('resource'), (resource) => withMetric({ type: 'Resource', resource: { name: 'cpu', ...resource } }));
  const ofContainer = (written: object): object =>
    withMetric({
      type: 'ContainerResource',
      containerResource: { name: 'cpu', container: 'app', target: average, ...written },
    });
  check(rows('containerResource'), ofContainer);
  check([['has any name of a resource of pods', { name: 'whatever', target: average }, []]], (resource) =>
    withMetric({ type: 'Resource', resource }),
  );
  const path = `${at}.containerResource`;
  check(
    [
      ['of a container names it', { container: '' }, [`${path}.container Required`]],
      ['by a label', { container: 'App' }, [`${path}.container Invalid`]],
      ['and a resource that containers have', { name: 'whatever' }, [`${path}.name Invalid`]],
      ['such as huge pages', { name: 'hugepages-2Mi' }, []],
      ['or one with a domain', { name: 'example.com/gpu' }, []],
    ],
    ofContainer,
  );
});

describe('Other metrics', () => {
  const value = { type: 'Value', value: 5 };
  const metric = { name: 'requests_per_second' };
  const either = `${at}.external.target.averageValue Required`;
  check(
    [
      [
        'of pods aim at an average',
        { type: 'Pods', pods: { metric, target: value } },
        [`${at}.pods.target.averageValue Required`],
      ],
      [
        'from outside aim at one value',
        { type: 'External', external: { metric, target: { ...value, ...average } } },
        [`${at}.external.target.value Forbidden`],
      ],
      ['not at none', { type: 'External', external: { metric, target: utilization } }, [either]],
      [
        'of an object may aim at both',
        {
          type: 'Object',
          object: {
            metric,
            target: { ...value, ...average },
            describedObject: { kind: 'Service', name: 'web', apiVersion: 'v1' },
          },
        },
        [],
      ],
      [
        'of an object say which, with a version in one form since 1.34',
        {
          type: 'Object',
          object: { metric, target: value, describedObject: { kind: 'Service', name: 'web', apiVersion: 'a/b/c' } },
        },
        { '1.27': [], '1.34': [`${at}.object.describedObject.apiVersion Invalid`] },
      ],
      [
        'have a name',
        { type: 'External', external: { metric: { name: 'a/b' }, target: value } },
        [`${at}.external.metric.name Invalid`],
      ],
      [
        'aim at a positive value',
        { type: 'External', external: { metric, target: { type: 'Value', value: 0 } } },
        [`${at}.external.target.value Invalid`],
      ],
    ],
    withMetric,
  );
});

describe('Scaling rules', () => {
  const path = 'spec.behavior.scaleUp';
  const policy = { type: 'Pods', value: 4, periodSeconds: 15 };
  const unknown = [`${path}.tolerance Decode`];
  check(
    [
      ['may be empty', {}, []],
      ['list policies', { policies: [policy] }, []],
      ['but not none', { policies: [] }, [`${path}.policies Required`]],
      [
        'that say what, how much and in which time',
        { policies: [null] },
        ['type NotSupported', 'value Invalid', 'periodSeconds Invalid'].map((line) => `${path}.policies[0].${line}`),
      ],
      [
        'of at most half an hour',
        { policies: [{ ...policy, periodSeconds: 1801 }] },
        [`${path}.policies[0].periodSeconds Invalid`],
      ],
      ['choose among them', { selectPolicy: 'max' }, [`${path}.selectPolicy NotSupported`]],
      [
        'wait for at most an hour',
        { stabilizationWindowSeconds: 3601 },
        [`${path}.stabilizationWindowSeconds Invalid`],
      ],
      ['or not at all', { stabilizationWindowSeconds: 0 }, []],
      ['but not less', { stabilizationWindowSeconds: -1 }, [`${path}.stabilizationWindowSeconds Invalid`]],
      ['tolerate', { tolerance: '50m' }, { '1.27': unknown, '1.33': [] }],
      [
        'no less than nothing; before 1.35 that is dropped',
        { tolerance: '-1' },
        { '1.27': unknown, '1.33': [], '1.35': [`${path}.tolerance Invalid`] },
      ],
    ],
    (scaleUp) => autoscaler({ behavior: { scaleUp } }),
  );
});
