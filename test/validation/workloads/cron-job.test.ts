import { check, templateWith, type Refusals } from '../pod/refusals';

const jobSpec = { template: templateWith({ restartPolicy: 'Never' }) };
const cronJobWith = (spec: object): object => ({
  apiVersion: 'batch/v1',
  kind: 'CronJob',
  metadata: { name: 'job' },
  spec: { schedule: '@daily', jobTemplate: { spec: jobSpec }, ...spec },
});
const refused = (field: string, type = 'FieldValueInvalid'): string => `spec.${field} ${type}`;

describe('The schedule of a CronJob', () => {
  const zone: Refusals = {
    '1.28': [],
    '1.29': [refused('schedule')],
    '1.30': [refused('schedule')],
    '1.37': [refused('schedule')],
  };
  check(
    [
      ['is there', { schedule: '' }, [refused('schedule', 'FieldValueRequired')]],
      ['is one', { schedule: 'x' }, [refused('schedule')]],
      ['has its time zone elsewhere, since 1.29', { schedule: 'TZ=UTC 0 0 * * *' }, zone],
      ['had it in one place before', { schedule: 'CRON_TZ=UTC 0 0 * * *', timeZone: 'UTC' }, [refused('schedule')]],
    ],
    cronJobWith,
  );
  check(
    ['UTC', 'Europe/Berlin', 'Etc/GMT+5', 'America/Argentina/Buenos_Aires', 'GB', 'W-SU'].map((name) => [
      `time zone ${name}`,
      { name },
      [],
    ]),
    ({ name }: { name?: string }) => cronJobWith({ timeZone: name }),
  );
  check(
    ['', 'Local', 'local', 'utc', 'Europe/Atlantis', '../UTC', 'Europe', 'UTC ', '+01:00'].map((name) => [
      `no time zone: '${name}'`,
      { name },
      [refused('timeZone')],
    ]),
    ({ name }: { name?: string }) => cronJobWith({ timeZone: name }),
  );
});

describe('A CronJob', () => {
  check(
    [
      [
        'counts from zero',
        { startingDeadlineSeconds: -1, successfulJobsHistoryLimit: -1, failedJobsHistoryLimit: -1 },
        [refused('startingDeadlineSeconds'), refused('successfulJobsHistoryLimit'), refused('failedJobsHistoryLimit')],
      ],
      [
        'lets Jobs overlap by a known policy',
        { concurrencyPolicy: 'x' },
        [refused('concurrencyPolicy', 'FieldValueNotSupported')],
      ],
    ],
    cronJobWith,
  );
  check(
    [
      ['has a name of 52 characters', { name: 'a'.repeat(52) }, []],
      ['and no more', { name: 'a'.repeat(53) }, ['metadata.name FieldValueInvalid']],
      [
        'a generated one too',
        { name: undefined, generateName: `${'a'.repeat(47)}-` },
        ['metadata.name FieldValueInvalid'],
      ],
    ],
    (metadata) => ({ ...cronJobWith({}), metadata }),
  );
});

describe('The Jobs of a CronJob', () => {
  const path = 'jobTemplate.spec';
  const conditions = [{ action: 'Count', onPodConditions: [{ type: 'a' }] }];
  const status = refused(`${path}.podFailurePolicy.rules[0].onPodConditions[0].status`, 'FieldValueRequired');
  const successPolicy = refused(`${path}.successPolicy`);
  check(
    [
      ['are selected by the server', { selector: {} }, [refused(`${path}.selector`)]],
      [
        'are not selected by hand',
        { manualSelector: true },
        [refused(`${path}.manualSelector`, 'FieldValueNotSupported')],
      ],
      [
        'restart as Jobs do',
        { template: templateWith({}) },
        [refused(`${path}.template.spec.restartPolicy`, 'FieldValueRequired')],
      ],
      [
        'have no completions by default',
        { completionMode: 'Indexed' },
        [refused(`${path}.completions`, 'FieldValueRequired')],
      ],
      [
        'have all fields that a release knows',
        { managedBy: 'a' },
        { '1.30': [refused(`${path}.managedBy`)], '1.37': [refused(`${path}.managedBy`)] },
      ],
      [
        'with and without their feature gate',
        { successPolicy: {} },
        { '1.30': [successPolicy], '1.37': [successPolicy] },
      ],
      ['and so have limits by index', { backoffLimitPerIndex: 1 }, [refused(`${path}.backoffLimitPerIndex`)]],
      [
        'fill in the status of a condition, since 1.34',
        { podFailurePolicy: { rules: conditions } },
        { '1.28': [status], '1.33': [status], '1.34': [], '1.36': [] },
      ],
    ],
    (spec) =>
      cronJobWith({ jobTemplate: { metadata: { name: '-', labels: { '-': '' } }, spec: { ...jobSpec, ...spec } } }),
  );
  check(
    [
      [
        'are there',
        {},
        [
          refused(`${path}.template.spec.containers`, 'FieldValueRequired'),
          refused(`${path}.template.spec.restartPolicy`, 'FieldValueRequired'),
        ],
      ],
    ],
    () => cronJobWith({ jobTemplate: null }),
  );
});
