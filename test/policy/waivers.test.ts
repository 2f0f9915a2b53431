import { check, parseManifests, type Finding, type Policy } from '../../lib';

/** A Deployment that draws exactly one high risk: the host network. */
function hostNetwork(annotation = ''): string {
  return `apiVersion: apps/v1
kind: DaemonSet
metadata: { name: agent, namespace: edge, annotations: { ${annotation} } }
spec:
  selector: { matchLabels: { app: agent } }
  template:
    metadata: { labels: { app: agent } }
    spec:
      hostNetwork: true
      dnsPolicy: ClusterFirstWithHostNet
      containers: [{ name: agent, image: registry.example.com/agent:1.0 }]
`;
}

const rule = 'exposure/host-network';
const terms = { owner: 'team-edge', reason: 'the network itself', expires: '2027-03-31' };
const waiver = { rule, object: { kind: 'DaemonSet', namespace: 'edge', name: 'agent' }, ...terms };

function findings(manifests: string, policy: Policy, today?: string): Finding[] {
  const only: Policy = { ...policy, rules: { ...policy.rules } };
  const report = check(parseManifests(manifests, 'a.yaml'), {
    policy: only,
    ...(today === undefined ? {} : { today }),
  });
  return report.findings.filter((one) => one.rule === rule || one.rule.startsWith('policy/'));
}

test('a waived finding stays in the report, and counts for nothing', () => {
  const report = check(parseManifests(hostNetwork()), { policy: { waivers: [waiver] }, today: '2026-11-21' });
  expect(report.findings.find((one) => one.rule === rule)).toMatchObject({ waived: terms });
  expect(report.summary).toMatchObject({ errors: 0, waived: 1 });
});

test('an annotation waives on its own object alone', () => {
  const annotation = `waive.cdk8s-exposed-app/exposure.host-network: '${JSON.stringify(terms)}'`;
  expect(findings(hostNetwork(annotation), {})).toMatchObject([{ rule, waived: terms }]);
  const other = hostNetwork().replaceAll('agent', 'other');
  expect(findings(`${hostNetwork(annotation)}---\n${other}`, {}).map(({ waived }) => waived?.owner)).toEqual([
    'team-edge',
    undefined,
  ]);
});

test('an annotation may be written in YAML', () => {
  const annotation = `waive.cdk8s-exposed-app/exposure.host-network: "{owner: team-edge, reason: the network itself, expires: 2027-03-31}"`;
  expect(findings(hostNetwork(annotation), {})).toMatchObject([{ rule, waived: terms }]);
});

test('after its last day a waiver lets nothing pass, and is an error itself', () => {
  expect(findings(hostNetwork(), { waivers: [waiver] }, '2027-03-31')).toMatchObject([{ rule, waived: terms }]);
  const late = findings(hostNetwork(), { waivers: [waiver] }, '2027-04-01');
  expect(late.map((one) => [one.rule, one.severity, one.waived])).toEqual([
    [rule, 'error', undefined],
    ['policy/waiver-expired', 'error', undefined],
  ]);
});

test('without a date, end dates are not judged', () => {
  expect(findings(hostNetwork(), { waivers: [{ ...waiver, expires: '1999-01-01' }] })).toMatchObject([{ waived: {} }]);
});

test('a waiver may not last longer than the policy lets it', () => {
  const longer = { ...waiver, expires: '2027-11-22' };
  const rules = (policy: Policy): string[] => findings(hostNetwork(), policy, '2026-11-21').map((one) => one.rule);
  expect(rules({ waivers: [longer] })).toEqual([rule, 'policy/waiver-term']);
  expect(rules({ waivers: [longer], longestWaiverDays: 366 })).toEqual([rule]);
  expect(rules({ waivers: [waiver], longestWaiverDays: 30 })).toEqual([rule, 'policy/waiver-term']);
});

test('a waiver that lets nothing pass is a warning; one of a rule that is not asked for is left alone', () => {
  const idle = { ...waiver, object: { kind: 'DaemonSet', name: 'gone' } };
  expect(findings(hostNetwork(), { waivers: [waiver, idle] })).toMatchObject([
    { rule },
    { rule: 'policy/waiver-unused', severity: 'warning', object: { kind: 'DaemonSet', name: 'gone' } },
  ]);
  expect(findings(hostNetwork(), { rules: { [rule]: 'off' }, waivers: [waiver] })).toEqual([]);
});

test.each([
  ['what the API server refuses', { ...waiver, rule: 'service/node-port-range' }, 'refuses'],
  ['a rule that is not there', { ...waiver, rule: 'exposure/host-networks' }, "'exposure/host-network' is meant"],
  ['every rule', { ...waiver, rule: '*' }, "no rule '*'"],
])('a waiver of %s is an error', (_, wrong, message) => {
  expect(findings(hostNetwork(), { waivers: [wrong] })).toMatchObject([
    { rule },
    { rule: 'policy/waiver-malformed', severity: 'error', message: expect.stringContaining(message) as string },
  ]);
});

test.each([
  ['no owner', '{reason: x, expires: 2027-03-31}', 'needs owner'],
  ['no day', '{reason: x, owner: y, expires: soon}', "'soon', which is no day"],
  ['a day that is not in the calendar', '{reason: x, owner: y, expires: 2027-02-30}', 'no day'],
  ['no map', 'please', 'no map'],
])('an annotation with %s is an error at its place', (_, value, message) => {
  const key = 'waive.cdk8s-exposed-app/exposure.host-network';
  expect(findings(hostNetwork(`${key}: "${value}"`), {})).toMatchObject(
    expect.arrayContaining([
      expect.objectContaining({
        rule: 'policy/waiver-malformed',
        field: `metadata.annotations[${key}]`,
        line: 3,
        message: expect.stringContaining(message) as string,
      }),
    ]) as object,
  );
});
