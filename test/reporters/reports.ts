import type { CheckReport, Finding } from '../../lib/findings/finding';
import type { RuleText } from '../../lib/findings/rule-text';
import type { ReportContext } from '../../lib/reporters/reporter';

const selector: RuleText = {
  ...{ id: 'service/selector', class: 'broken', severity: 'error' },
  summary: 'The selector of a Service matches pods.',
  why: 'A Service without pods refuses every connection.',
  fix: 'Select by labels of the pod template.',
  symptoms: ['503 from the controller'],
  references: ['https://kubernetes.io/docs/'],
};

const externalIps: RuleText = {
  ...{ id: 'service/external-ips', class: 'risky', severity: 'error', rating: 'critical' },
  summary: 'A Service claims no external address.',
  why: 'Whoever may write a Service takes the traffic of that address.',
  fix: 'Use a load balancer.',
  symptoms: [],
  references: [],
};

const web = { apiVersion: 'v1', kind: 'Service', namespace: 'shop', name: 'web' };

/** One of each kind of finding: refused, broken with another party, waived, and one of a construct. */
export const findings = {
  refused: {
    ...{ rule: 'service/node-port-range', class: 'refused', severity: 'error' },
    message: 'Invalid value: 8080: must be in the range of node ports, 30000 to 32767',
    fix: 'Leave it out.',
    ...{ object: web, field: 'spec.ports[0].nodePort', file: 'dist/shop.k8s.yaml', line: 42, column: 17 },
  },
  broken: {
    ...{ rule: 'service/selector', class: 'broken', severity: 'warning' },
    message: 'no pod has the labels app=web',
    fix: 'Select by labels of the pod template.',
    ...{ object: web, field: 'spec.selector', file: 'dist/shop.k8s.yaml', line: 44, column: 5 },
    related: [
      {
        object: { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'website' },
        ...{ field: 'spec.template.metadata.labels', file: 'dist/my shop.yaml', line: 7, column: 3 },
      },
    ],
  },
  waived: {
    ...{ rule: 'service/external-ips', class: 'risky', severity: 'error' },
    message: 'claims 192.0.2.1',
    fix: 'Use a load balancer.',
    ...{ object: web, field: 'spec.externalIPs[0]', file: 'dist/shop.k8s.yaml', line: 50, column: 7 },
    waived: { owner: 'team-shop', reason: 'moving', expires: '2027-03-31', ticket: 'SHOP-12' },
  },
  note: {
    ...{ rule: 'custom/rule', class: 'risky', severity: 'note' },
    message: 'has no owner',
    fix: 'Name one.',
    object: { apiVersion: 'v1', kind: 'Namespace', name: 'shop' },
    ...{ field: '', construct: 'shop/namespace' },
  },
} as const satisfies Record<string, Finding>;

/** A report of findings, counted as `check` counts them. */
export function reportOf(found: readonly Finding[], unchecked: CheckReport['unchecked'] = []): CheckReport {
  const standing = found.filter(({ waived }) => waived === undefined);
  const count = (severity: string) => standing.filter((finding) => finding.severity === severity).length;
  return {
    version: 1,
    kubernetes: '1.36',
    summary: {
      ...{ documents: 12, errors: count('error'), warnings: count('warning'), notes: count('note') },
      ...{ waived: found.length - standing.length, unchecked: unchecked.length },
    },
    findings: found,
    unchecked,
  };
}

export const sample = reportOf(Object.values(findings), [
  {
    object: { apiVersion: 'example.com/v1', kind: 'Widget', namespace: 'shop', name: 'w' },
    ...{ file: 'dist/shop.k8s.yaml', line: 60, column: 1 },
    reason: 'nothing is known of example.com/v1 Widget',
  },
]);

export const clean = reportOf([]);

/** A manifest whose every text tries to break out of the report. */
export const hostile = reportOf([
  {
    ...{ rule: 'custom/hostile', class: 'broken', severity: 'error' },
    message: 'a\n::error::forged\r\n]]><x a="\'">&amp; \u001b[31m \u202e \ud800 | `b` [c](http://d) @e 100%',
    fix: '::stop-commands::x',
    object: { apiVersion: 'v1', kind: 'Service', namespace: 'n\n', name: '<b>"w"</b>, x=1:2' },
    ...{ field: 'metadata.annotations[a|b\n]', file: 'dir, 1/a:b%\n"<x>".yaml', line: 1, column: 1 },
  },
]);

export const context: ReportContext = {
  version: '0.1.0',
  failOn: 'error',
  colours: false,
  ruleText: (id) => [selector, externalIps].find((rule) => rule.id === id),
  applicationOf: ({ object }) => (object.kind === 'Service' ? 'shop/web' : object.name),
};
