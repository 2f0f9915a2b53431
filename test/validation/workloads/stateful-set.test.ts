import { check, templateWith, type Refusals } from '../pod/refusals';

const statefulSetWith = (spec: object): object => ({
  apiVersion: 'apps/v1',
  kind: 'StatefulSet',
  metadata: { name: 'app' },
  spec: { selector: { matchLabels: { app: 'app' } }, template: templateWith({}), ...spec },
});
const refused = (field: string, type = 'FieldValueInvalid'): string => `spec.${field} ${type}`;
/** Template and claims are validated in full since 1.34. */
const since134 = (...lines: string[]): Refusals => ({
  '1.28': [],
  '1.33': [],
  '1.34': lines,
  '1.36': lines,
  '1.37': lines,
});

describe('A StatefulSet', () => {
  check(
    [
      ['manages pods one by one or all at once', { podManagementPolicy: 'x' }, [refused('podManagementPolicy')]],
      [
        'keeps or deletes claims',
        { persistentVolumeClaimRetentionPolicy: { whenDeleted: 'x', whenScaled: 'Delete' } },
        [refused('persistentVolumeClaimRetentionPolicy.whenDeleted', 'FieldValueNotSupported')],
      ],
      [
        'counts from zero',
        { replicas: -1, minReadySeconds: -1, ordinals: { start: -1 }, revisionHistoryLimit: -1 },
        [refused('replicas'), refused('minReadySeconds'), refused('ordinals.start')],
      ],
      [
        'belongs to a Service of that name, since 1.33',
        { serviceName: 'a.b' },
        { '1.30': [], '1.33': [refused('serviceName')], '1.37': [refused('serviceName')] },
      ],
      [
        'has a selector',
        { selector: null },
        [refused('selector', 'FieldValueRequired'), refused('template.metadata.labels')],
      ],
      ['selects its pods', { selector: { matchLabels: { a: 'b' } } }, [refused('template.metadata.labels')]],
    ],
    statefulSetWith,
  );
});

describe('The update strategy of a StatefulSet', () => {
  const path = 'updateStrategy.rollingUpdate';
  const rolling = (rollingUpdate: object): object => ({ updateStrategy: { type: 'RollingUpdate', rollingUpdate } });
  const since137 = (...lines: string[]): Refusals => ({ '1.33': [], '1.36': [], '1.37': lines });
  check(
    [
      ['is known', { updateStrategy: { type: 'Recreate' } }, [refused('updateStrategy')]],
      ['has no settings for OnDelete', { updateStrategy: { type: 'OnDelete', rollingUpdate: {} } }, [refused(path)]],
      ['has a partition', rolling({ partition: -1 }), [refused(`${path}.partition`)]],
      ['moves a pod or more, since 1.37', rolling({ maxUnavailable: 0 }), since137(refused(`${path}.maxUnavailable`))],
      ['moves a share of the pods', rolling({ maxUnavailable: '10%' }), since137()],
      ['moves at most all', rolling({ maxUnavailable: '101%' }), since137(refused(`${path}.maxUnavailable`))],
    ],
    statefulSetWith,
  );
});

describe('The template of a StatefulSet', () => {
  const mounting = (name: string): object => ({
    containers: [{ name: 'app', image: 'a', volumeMounts: [{ name, mountPath: '/a' }] }],
  });
  const claim = {
    metadata: { name: 'data' },
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1' } } },
  };
  const withClaim = (spec: object): object => ({ volumeClaimTemplates: [claim], template: templateWith(spec) });
  check(
    [
      [
        'runs for good',
        { template: templateWith({ restartPolicy: 'Never', activeDeadlineSeconds: 1 }) },
        [
          refused('template.spec.restartPolicy', 'FieldValueNotSupported'),
          refused('template.spec.activeDeadlineSeconds', 'FieldValueForbidden'),
        ],
      ],
      [
        'is sound, since 1.34',
        { template: templateWith({ dnsPolicy: 'x' }) },
        since134(refused('template.spec.dnsPolicy', 'FieldValueNotSupported')),
      ],
      [
        'is not looked at beside a malformed selector',
        { selector: { matchLabels: { '-': '' } }, template: templateWith({ dnsPolicy: 'x' }) },
        [refused('selector'), refused('selector.matchLabels')],
      ],
      ['has names that are written over', { template: templateWith({ hostname: '-', subdomain: '-' }) }, []],
      ['mounts the claims', withClaim(mounting('data')), []],
      [
        'mounts no others',
        withClaim(mounting('other')),
        since134(refused('template.spec.containers[0].volumeMounts[0].name', 'FieldValueNotFound')),
      ],
      [
        'has volumes besides, counted after the claims',
        withClaim({ volumes: [{ name: 'a', nfs: {} }] }),
        since134(
          refused('template.spec.volumes[1].nfs.server', 'FieldValueRequired'),
          refused('template.spec.volumes[1].nfs.path', 'FieldValueRequired'),
          refused('template.spec.volumes[1].nfs.path'),
        ),
      ],
      ['has volumes of those names that are not looked at', withClaim({ volumes: [{ name: 'data', nfs: {} }] }), []],
      [
        'has claims with a name',
        { volumeClaimTemplates: [{ spec: claim.spec }] },
        since134(
          refused('template.spec.volumes[0].name', 'FieldValueRequired'),
          refused('template.spec.volumes[0].persistentVolumeClaim.claimName', 'FieldValueRequired'),
        ),
      ],
      [
        'has claims that are sound',
        { volumeClaimTemplates: [{ metadata: { name: 'a' }, spec: { volumeMode: 'x' } }] },
        since134(
          refused('volumeClaimTemplates[0].spec.accessModes', 'FieldValueRequired'),
          refused('volumeClaimTemplates[0].spec.resources[storage]', 'FieldValueRequired'),
          refused('volumeClaimTemplates[0].spec.volumeMode', 'FieldValueNotSupported'),
        ),
      ],
      [
        'has claims whose sources are as they are written',
        { volumeClaimTemplates: [{ ...claim, spec: { ...claim.spec, dataSource: { kind: 'A', name: 'a' } } }] },
        since134(refused('volumeClaimTemplates[0].spec.dataSource')),
      ],
    ],
    statefulSetWith,
  );
  const annotations = {
    'controller.kubernetes.io/pod-deletion-cost': 'x',
    'seccomp.security.alpha.kubernetes.io/pod': 'x',
  };
  check(
    [
      [
        'has metadata that all releases look at',
        { annotations, labels: { app: 'app', '-': '' } },
        [
          refused('template.labels'),
          refused('template.annotations[controller.kubernetes.io/pod-deletion-cost]'),
          refused('template.annotations.seccomp.security.alpha.kubernetes.io/pod'),
        ],
      ],
    ],
    (metadata) => statefulSetWith({ template: { ...templateWith({}), metadata } }),
  );
});
