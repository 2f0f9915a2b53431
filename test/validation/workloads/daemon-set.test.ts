import { check, templateWith } from '../pod/refusals';

const daemonSetWith = (spec: object): object => ({
  apiVersion: 'apps/v1',
  kind: 'DaemonSet',
  metadata: { name: 'app' },
  spec: { selector: { matchLabels: { app: 'app' } }, template: templateWith({}), ...spec },
});
const refused = (field: string, type = 'FieldValueInvalid'): string => `spec.${field} ${type}`;
const mismatch = refused('template.metadata.labels');

describe('The pods of a DaemonSet', () => {
  const unsound = templateWith({ dnsPolicy: 'x' });
  const dns = refused('template.spec.dnsPolicy', 'FieldValueNotSupported');
  const disk = { volumes: [{ name: 'disk', gcePersistentDisk: { pdName: 'd' } }] };
  check(
    [
      ['are selected: an absent selector matches none', { selector: null }, [mismatch]],
      ['are some', { selector: {} }, [refused('selector')]],
      ['are told to be others', { selector: { matchLabels: { a: 'b' } } }, [mismatch]],
      [
        'are looked at whatever the selector is',
        { selector: { matchLabels: { app: '-' } }, template: unsound },
        [refused('selector.matchLabels'), dns],
      ],
      [
        'run for good',
        { template: templateWith({ restartPolicy: 'Never', activeDeadlineSeconds: 1 }) },
        [
          refused('template.spec.restartPolicy', 'FieldValueNotSupported'),
          refused('template.spec.activeDeadlineSeconds', 'FieldValueForbidden'),
        ],
      ],
      [
        'mounted GCE disks for reading only, up to 1.28',
        { template: templateWith(disk) },
        { '1.28': [refused('template.spec.volumes[0].gcePersistentDisk.readOnly')], '1.30': [] },
      ],
      [
        'are counted from zero',
        { minReadySeconds: -1, revisionHistoryLimit: -1 },
        [refused('minReadySeconds'), refused('revisionHistoryLimit')],
      ],
    ],
    daemonSetWith,
  );
});

describe('The update strategy of a DaemonSet', () => {
  const rolling = (rollingUpdate: object): object => ({ updateStrategy: { rollingUpdate } });
  const maxUnavailable = 'updateStrategy.rollingUpdate.maxUnavailable';
  const maxSurge = 'updateStrategy.rollingUpdate.maxSurge';
  check(
    [
      ['is known', { updateStrategy: { type: 'Recreate' } }, [refused('updateStrategy', 'FieldValueNotSupported')]],
      [
        'may be left to others, with settings that are not read',
        { updateStrategy: { type: 'OnDelete', rollingUpdate: { maxSurge: -1 } } },
        [],
      ],
      ['takes an old pod first', rolling({ maxUnavailable: '50%' }), []],
      ['or starts a new one first', rolling({ maxUnavailable: 0, maxSurge: 1 }), []],
      ['not both', rolling({ maxSurge: 1 }), [refused(maxSurge)]],
      ['not neither', rolling({ maxUnavailable: 0 }), [refused(maxUnavailable, 'FieldValueRequired')]],
      [
        'takes numbers and percentages',
        rolling({ maxUnavailable: 0, maxSurge: 'a' }),
        [refused(maxSurge), refused(maxUnavailable, 'FieldValueRequired')],
      ],
      ['takes at most all', rolling({ maxUnavailable: '0%', maxSurge: '101%' }), [refused(maxSurge)]],
    ],
    daemonSetWith,
  );
});
