import { github } from '../../lib/reporters/github';
import { githubSummary } from '../../lib/reporters/github-summary';
import { clean, context, findings, hostile, reportOf, sample } from './reports';

const many = reportOf(
  Array.from({ length: 30 }, (_, index) => ({ ...findings.refused, field: `spec.ports[${index}]` })),
);

describe('annotations', () => {
  test('one for each finding that counts', () => {
    expect(github(sample)).toMatchInlineSnapshot(`
     "::error file=dist/shop.k8s.yaml,line=42,col=17,title=service/node-port-range (refused)::Service 'shop/web', spec.ports[0].nodePort: Invalid value: 8080: must be in the range of node ports, 30000 to 32767%0AFix: Leave it out.
     ::warning file=dist/shop.k8s.yaml,line=44,col=5,title=service/selector (broken)::Service 'shop/web', spec.selector: no pod has the labels app=web%0AFix: Select by labels of the pod template.
     ::notice title=custom/rule (risky)::Namespace 'shop': has no owner%0AFix: Name one.
     12 documents held against Kubernetes 1.36: 1 error, 1 warning, 1 note, 1 waived, 1 unchecked.
     "
    `);
  });

  test('no more of a kind than GitHub shows; the others are counted', () => {
    const lines = github(many).split('\n');
    expect(lines.filter((line) => line.startsWith('::error '))).toHaveLength(10);
    expect(lines.at(-2)).toContain('20 more findings in the job summary');
  });

  test('hostile texts begin no command and add no property', () => {
    const lines = github(hostile).split('\n');
    expect(lines.filter((line) => line.startsWith('::'))).toHaveLength(1);
    expect(lines[0]).toMatch(
      /^::error file=dir%2C 1\/a%3Ab%25 "<x>".yaml,line=1,col=1,title=custom\/hostile \(broken\)::/,
    );
    expect(lines[0]).toContain('100%25');
  });
});

describe('job summary', () => {
  test('a table for each application, and what is waived', () => {
    expect(githubSummary(sample, context)).toMatchSnapshot();
  });

  test('nothing found is one sentence', () => {
    expect(githubSummary(clean, context)).toContain('12 documents held against Kubernetes 1.36: 0 errors');
  });

  test('stays within what GitHub takes, and says what is missing', () => {
    const long = reportOf(Array.from({ length: 5000 }, () => ({ ...findings.refused, message: 'ä'.repeat(300) })));
    const summary = githubSummary(long, context);
    expect(Buffer.byteLength(summary)).toBeLessThan(1_048_576);
    expect(summary).toMatch(/\d+ more lines would not fit into this summary\.\n$/);
  });

  test('hostile texts make neither rows nor links nor elements', () => {
    const rows = githubSummary(hostile, context)
      .split('\n')
      .filter((line) => line.startsWith('| error'));
    expect(rows).toHaveLength(1);
    expect(rows[0]?.match(/\|/g)).toHaveLength(5);
    expect(rows[0]).not.toMatch(/<x|\[c\]|@e|`/);
  });
});
