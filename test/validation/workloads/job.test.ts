import { check, templateWith, type Refusals } from '../pod/refusals';

const restarting = { restartPolicy: 'Never' };
const jobWith = (spec: object): object => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { name: 'job' },
  spec: { template: templateWith(restarting), ...spec },
});
const refused = (field: string, type = 'FieldValueInvalid'): string => `spec.${field} ${type}`;
/** Of fields that a server knows from one release on, and reads from another one on. */
const since = (known: string, read: string, ...lines: string[]): Refusals =>
  Object.fromEntries(
    ['1.28', '1.30', '1.33', '1.36', '1.37']
      .filter((one) => one >= known)
      .map((one) => [one, one >= read ? lines : []]),
  );

describe('The pods of a Job', () => {
  const path = 'template.spec.restartPolicy';
  check(
    [
      ['say how they restart', {}, [refused(path, 'FieldValueRequired')]],
      ['do not always restart', { restartPolicy: 'Always' }, [refused(path, 'FieldValueRequired')]],
      ['restart by a known policy', { restartPolicy: 'x' }, [refused(path, 'FieldValueNotSupported')]],
      ['may have a deadline', { ...restarting, activeDeadlineSeconds: 1 }, []],
    ],
    (spec) => jobWith({ template: templateWith(spec) }),
  );
});

describe('The selector of a Job', () => {
  const labelled = (labels: object): object => ({ template: { ...templateWith(restarting), metadata: { labels } } });
  const labels = 'template.metadata.labels';
  const manual = { manualSelector: true };
  check(
    [
      ['is generated', { selector: { matchLabels: { app: 'app' } } }, [refused('selector')]],
      [
        'is generated, and labels too',
        { selector: { matchLabels: { a: 'b' } } },
        [refused('selector'), refused(labels)],
      ],
      ['may name the Job by hand', { selector: { matchLabels: { 'batch.kubernetes.io/job-name': 'job' } } }, []],
      [
        'may not guess its UID',
        { selector: { matchLabels: { 'batch.kubernetes.io/controller-uid': 'a' } } },
        [refused('selector'), refused(labels)],
      ],
      ['is well formed', { selector: { matchLabels: { '-': '' } } }, [refused('selector.matchLabels')]],
      ['has labels that name the Job', labelled({ 'job-name': 'job' }), []],
      ['has labels that name no other', labelled({ 'job-name': 'other' }), [refused(`${labels}[job-name]`)]],
      [
        'has labels with a UID that is not known yet',
        labelled({ 'controller-uid': 'a' }),
        [refused(`${labels}[controller-uid]`)],
      ],
      ['may be made by hand', { ...manual, selector: { matchLabels: { app: 'app' } } }, []],
      ['must then be there', manual, [refused('selector', 'FieldValueRequired'), refused(labels)]],
      ['must then match', { ...manual, selector: { matchLabels: { a: 'b' } } }, [refused(labels)]],
      ['may then be empty', { ...manual, selector: {} }, []],
    ],
    jobWith,
  );
});

describe('The labels and the name of a Job', () => {
  const named = (metadata: object, spec: object): object => ({
    ...jobWith(spec),
    metadata: { name: 'job', ...metadata },
  });
  const unsound = { template: { ...templateWith(restarting), metadata: { labels: { '-': '' } } } };
  const long = 'a'.repeat(64);
  const ofTemplate = refused('template.labels');
  check(
    [['are those of the template by default', unsound, ['metadata.labels FieldValueInvalid', ofTemplate]]],
    jobWith,
  );
  check([['are its own otherwise', unsound, [ofTemplate]]], (spec) => named({ labels: { a: 'b' } }, spec));
  check([['become a label of its pods', {}, ['metadata.labels FieldValueInvalid', ofTemplate]]], (spec) =>
    named({ name: long }, spec),
  );
  check(
    [['and stay so where there are no labels', { template: { spec: templateWith(restarting) } }, [ofTemplate]]],
    () => named({ name: long }, { template: { spec: { ...restarting, containers: [{ name: 'a', image: 'a' }] } } }),
  );
  check(
    [
      [
        'become a label of its pods unless they are selected by hand',
        { manualSelector: true, selector: { matchLabels: { app: 'app' } } },
        [],
      ],
    ],
    (spec) => named({ name: long }, spec),
  );
  check(
    [
      ['leave room for an index', { completionMode: 'Indexed', completions: 1000 }, []],
      [
        'leave room for all indexes',
        { completionMode: 'Indexed', completions: 1001 },
        ['metadata.name FieldValueInvalid'],
      ],
    ],
    (spec) => named({ name: 'a'.repeat(59) }, spec),
  );
});

describe('The numbers of a Job', () => {
  const counts = ['parallelism', 'completions', 'activeDeadlineSeconds', 'backoffLimit', 'ttlSecondsAfterFinished'];
  check(
    [
      [
        'are not negative',
        Object.fromEntries(counts.map((field) => [field, -1])),
        counts.map((field) => refused(field)),
      ],
      ['are managed by who has a domain, since 1.32', { managedBy: 'a' }, since('1.30', '1.32', refused('managedBy'))],
      ['are managed by someone', { managedBy: '' }, since('1.30', '1.32', refused('managedBy', 'FieldValueRequired'))],
      [
        'are managed by a short name',
        { managedBy: `example.com/${'a'.repeat(52)}` },
        since('1.30', '1.32', refused('managedBy', 'FieldValueTooLong')),
      ],
      [
        'replace pods by a known policy, since 1.29',
        { podReplacementPolicy: 'x' },
        since('1.28', '1.29', refused('podReplacementPolicy', 'FieldValueNotSupported')),
      ],
      [
        'replace failed pods with a failure policy',
        { podFailurePolicy: {}, podReplacementPolicy: 'TerminatingOrFailed' },
        since('1.28', '1.29', refused('podReplacementPolicy', 'FieldValueNotSupported')),
      ],
    ],
    jobWith,
  );
});

describe('An indexed Job', () => {
  const indexed = (spec: object): object => jobWith({ completionMode: 'Indexed', completions: 5, ...spec });
  const since129 = (...lines: string[]): Refusals => since('1.28', '1.29', ...lines);
  check(
    [
      ['counts its completions', { completions: null, parallelism: 1 }, [refused('completions', 'FieldValueRequired')]],
      ['has one by default', { completions: undefined }, []],
      ['runs at most 100,000 pods', { parallelism: 100_001 }, [refused('parallelism')]],
      [
        'runs at most 10,000 of very many',
        { completions: 100_001, parallelism: 10_001, backoffLimitPerIndex: 1, maxFailedIndexes: 10_001 },
        since129(refused('parallelism'), refused('maxFailedIndexes')),
      ],
      [
        'limits the failures of very many',
        { completions: 100_001, backoffLimitPerIndex: 1 },
        since129(refused('maxFailedIndexes', 'FieldValueRequired')),
      ],
      [
        'limits the failures of an index',
        { backoffLimitPerIndex: -1, maxFailedIndexes: -1 },
        since129(refused('backoffLimitPerIndex'), refused('maxFailedIndexes')),
      ],
      [
        'counts failed indexes by that limit',
        { maxFailedIndexes: 1 },
        since129(refused('backoffLimitPerIndex', 'FieldValueRequired')),
      ],
      [
        'fails at most all indexes',
        { backoffLimitPerIndex: 1, maxFailedIndexes: 6 },
        since129(refused('maxFailedIndexes')),
      ],
    ],
    indexed,
  );
  check(
    [
      ['is of a known mode', { completionMode: 'x' }, [refused('completionMode', 'FieldValueNotSupported')]],
      [
        'has what others have not',
        { backoffLimitPerIndex: 1, maxFailedIndexes: 1 },
        since129(refused('backoffLimitPerIndex'), refused('maxFailedIndexes')),
      ],
    ],
    jobWith,
  );

  const policy = (...rules: unknown[]): object => indexed({ successPolicy: { rules } });
  const inRule = (field: string, type?: string): Refusals =>
    since('1.30', '1.31', refused(`successPolicy.rules[0]${field}`, type));
  check(
    [
      [
        'has a success policy with rules',
        [],
        since('1.30', '1.31', refused('successPolicy.rules', 'FieldValueRequired')),
      ],
      [
        'at most 20 of them',
        Array<object>(21).fill({ succeededCount: 1 }),
        since('1.30', '1.31', refused('successPolicy.rules', 'FieldValueTooMany')),
      ],
      ['on counts or indexes', [{}], inRule('', 'FieldValueRequired')],
      ['on counts up to the completions', [{ succeededCount: 6 }], inRule('.succeededCount')],
      ['on counts from zero', [{ succeededCount: -1 }], inRule('.succeededCount')],
      ['on indexes', [{ succeededIndexes: '0,2-4', succeededCount: 4 }], since('1.30', '1.31')],
      [
        'on as many of them as there are',
        [{ succeededIndexes: '0,2-4', succeededCount: 5 }],
        inRule('.succeededCount'),
      ],
      ['on none of none', [{ succeededIndexes: '', succeededCount: 1 }], inRule('.succeededCount')],
      ['on indexes below the completions', [{ succeededIndexes: '5' }], inRule('.succeededIndexes')],
      ['on indexes in order', [{ succeededIndexes: '3,1' }], inRule('.succeededIndexes')],
      ['on intervals in order', [{ succeededIndexes: '3-3' }], inRule('.succeededIndexes')],
      ['on intervals of two', [{ succeededIndexes: '1-2-3' }], inRule('.succeededIndexes')],
      ['on numbers', [{ succeededIndexes: '1, 2' }], inRule('.succeededIndexes')],
      ['on numbers with a plus', [{ succeededIndexes: '+1' }], since('1.30', '1.31')],
    ],
    (rules) => policy(...(rules as unknown[])),
  );
  check(
    [['has what others have not', { successPolicy: { rules: [] } }, since('1.30', '1.31', refused('successPolicy'))]],
    jobWith,
  );
});

describe('A pod failure policy', () => {
  const withRule = (rule: object): object => jobWith({ podFailurePolicy: { rules: [rule] } });
  const onPodConditions = [{ type: 'DisruptionTarget' }];
  const inRule = (field: string, type?: string): string => refused(`podFailurePolicy.rules[0]${field}`, type);
  const onExitCodes = (written: object): object => ({
    action: 'Count',
    onExitCodes: { operator: 'In', values: [1], ...written },
  });
  const inCodes = (field: string, type?: string): string => inRule(`.onExitCodes.${field}`, type);
  check(
    [
      ['is sound', { action: 'Ignore', onPodConditions }, []],
      ['acts', { onPodConditions }, [inRule('.action', 'FieldValueRequired')]],
      ['acts in a known way', { action: 'x', onPodConditions }, [inRule('.action', 'FieldValueNotSupported')]],
      [
        'fails indexes where those have a limit; 1.28 drops such rules',
        { action: 'FailIndex', onPodConditions },
        {
          '1.27': [inRule('.action', 'FieldValueNotSupported')],
          '1.28': [],
          '1.30': [inRule('.action')],
          '1.37': [inRule('.action')],
        },
      ],
      [
        'has one condition',
        { action: 'Count', onPodConditions, onExitCodes: { operator: 'In', values: [1] } },
        [inRule('')],
      ],
      ['has a condition', { action: 'Count' }, [inRule('')]],
      ['knows conditions by name', { action: 'Count', onPodConditions: [{}] }, [inRule('.onPodConditions[0].type')]],
      [
        'knows three statuses',
        { action: 'Count', onPodConditions: [{ type: 'a', status: 'x' }] },
        [inRule('.onPodConditions[0].status', 'FieldValueNotSupported')],
      ],
      [
        'has 20 conditions at most',
        { action: 'Count', onPodConditions: Array<object>(21).fill({ type: 'a' }) },
        [inRule('.onPodConditions', 'FieldValueTooMany')],
      ],
      ['compares exit codes', onExitCodes({ operator: '' }), [inCodes('operator', 'FieldValueRequired')]],
      ['compares them in a known way', onExitCodes({ operator: 'x' }), [inCodes('operator', 'FieldValueNotSupported')]],
      ['of a container', onExitCodes({ containerName: 'app' }), []],
      ['of a container of the pod', onExitCodes({ containerName: 'x' }), [inCodes('containerName')]],
      ['with some', onExitCodes({ values: [] }), [inCodes('values')]],
      [
        'with 255 at most',
        onExitCodes({ values: Array.from({ length: 256 }, (_, code) => code + 1) }),
        [inCodes('values', 'FieldValueTooMany')],
      ],
      ['in order', onExitCodes({ values: [2, 1] }), [inCodes('values')]],
      ['once each', onExitCodes({ values: [1, 1] }), [inCodes('values[1]', 'FieldValueDuplicate')]],
      ['but for success', onExitCodes({ values: [0, 1] }), [inCodes('values[0]')]],
      ['unless all others are meant', onExitCodes({ operator: 'NotIn', values: [0, 1] }), []],
    ],
    withRule,
  );
  check(
    [
      [
        'has 20 rules at most',
        { podFailurePolicy: { rules: Array<object>(21).fill({ action: 'Count', onPodConditions }) } },
        [refused('podFailurePolicy.rules', 'FieldValueTooMany')],
      ],
      [
        'is for pods that never restart',
        { podFailurePolicy: {}, template: templateWith({ restartPolicy: 'OnFailure' }) },
        [refused('template.spec.restartPolicy')],
      ],
    ],
    jobWith,
  );
});
