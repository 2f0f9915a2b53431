import { ApiObject, App, Chart } from 'cdk8s';
import { Construct, type IConstruct } from 'constructs';
import * as fc from 'fast-check';
import { documentsOf } from '../../lib/manifests/documents-of';

const object = (scope: Construct, id: string): ApiObject =>
  new ApiObject(scope, id, { apiVersion: 'v1', kind: 'Service' });
const constructPaths = (app: App): (string | undefined)[] => documentsOf(app).map(({ construct }) => construct);

describe('a chart with a toJson of its own', () => {
  class Labelled extends Chart {
    override toJson(): unknown[] {
      const objects = super.toJson() as { readonly kind: string; readonly metadata: object }[];
      const labelled = objects.map((one) => ({ ...one, metadata: { ...one.metadata, labels: { team: 'a' } } }));
      return [...labelled, { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'added' } }, undefined];
    }
  }

  it('makes its documents, each told for its construct or else for the chart', () => {
    const app = new App();
    object(new Labelled(app, 'c'), 'web');
    expect(documentsOf(app)).toEqual([
      {
        manifest: expect.objectContaining({
          kind: 'Service',
          metadata: { name: 'c-web-c81a99f2', labels: { team: 'a' } },
        }) as object,
        construct: 'c/web',
      },
      { manifest: { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'added' } }, construct: 'c' },
    ]);
  });
});

it('leaves out an object that renders as nothing', () => {
  class Absent extends ApiObject {
    override toJson(): undefined {
      return undefined;
    }
  }
  const app = new App();
  new Absent(new Chart(app, 'c'), 'web', { apiVersion: 'v1', kind: 'Service' });
  expect(documentsOf(app)).toEqual([]);
});

describe('the order of documents', () => {
  it('is that of construction, other than where dependencies say', () => {
    const app = new App();
    const chart = new Chart(app, 'c');
    const late = new Construct(chart, 'late');
    object(late, 'a');
    object(late, 'b');
    object(chart, 'between');
    const early = new Construct(chart, 'early');
    object(new Construct(early, 'inner'), 'a');
    object(early, 'b');
    late.node.addDependency(early);
    expect(constructPaths(app)).toEqual(['c/early/inner/a', 'c/early/b', 'c/late/a', 'c/late/b', 'c/between']);
  });

  it('puts one object first where its chart depends on it', () => {
    const app = new App();
    const chart = new Chart(app, 'c');
    object(chart, 'web');
    chart.addDependency(object(chart, 'namespace'));
    expect(constructPaths(app)).toEqual(['c/namespace', 'c/web']);
  });

  it('has no place for two objects where their chart depends on both', () => {
    const app = new App();
    const chart = new Chart(app, 'c');
    const both = new Construct(chart, 'both');
    object(both, 'one');
    object(both, 'two');
    chart.addDependency(both);
    expect(() => documentsOf(app)).toThrow('Dependency cycle detected: c/both/one => c/both/two => c/both/one.');
  });

  it('holds for a layered diamond of 60 layers', () => {
    const app = new App();
    let below: Construct[] = [];
    for (let layer = 0; layer < 60; layer++) {
      const chart = new Chart(app, `c${layer}`);
      const pair = ['left', 'right'].map((id) => object(chart, id));
      for (const one of [...pair, chart]) one.node.addDependency(...below);
      below = pair;
    }
    expect(constructPaths(app).slice(-3)).toEqual(['c58/right', 'c59/left', 'c59/right']);
  });

  type Tree = readonly { readonly kind: 'object' | 'group' | 'chart'; readonly parent: number }[];
  const tree: fc.Arbitrary<Tree> = fc.array(
    fc.record({ kind: fc.constantFrom('object', 'object', 'group', 'chart'), parent: fc.nat() }),
    { minLength: 2, maxLength: 16 },
  );
  /** Each construct below one of those before it, and dependencies between any two. */
  const build = (app: App, constructs: Tree, dependencies: readonly (readonly [number, number])[]): Construct[] => {
    const all: Construct[] = [new Chart(app, 'c')];
    const pick = (number: number) => all[number % all.length]!;
    for (const { kind, parent } of constructs) {
      const [scope, id] = [pick(parent), `${kind}${all.length}`];
      if (kind === 'object') all.push(object(scope, id));
      else all.push(kind === 'chart' ? new Chart(scope, id) : new Construct(scope, id));
    }
    for (const [source, target] of dependencies) {
      if (pick(source) !== pick(target)) pick(source).node.addDependency(pick(target));
    }
    return all;
  };
  const fails = (run: () => unknown): boolean => {
    try {
      run();
      return false;
    } catch (error) {
      expect(String(error)).toContain('Dependency cycle detected');
      return true;
    }
  };

  it('respects every dependency of every tree, and fails where cdk8s finds a cycle', () => {
    fc.assert(
      fc.property(tree, fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 5 }), (constructs, dependencies) => {
        const app = new App();
        const all = build(app, constructs, dependencies);
        const declared = all.flatMap((source) => source.node.dependencies.map((target) => ({ source, target })));
        const paths: (string | undefined)[] = [];
        const failed = fails(() => paths.push(...constructPaths(app)));
        expect(failed).toBe(fails(() => app.synthYaml()));
        if (failed) return;
        const objects = all.filter((one): one is ApiObject => ApiObject.isApiObject(one));
        expect([...paths].sort()).toEqual(objects.map(({ node }) => node.path).sort());
        const positions = (construct: IConstruct): number[] =>
          objects
            .filter((one) => one.node.scopes.includes(construct) && Chart.of(one) === Chart.of(construct))
            .map(({ node }) => paths.indexOf(node.path));
        for (const { source, target } of declared) {
          const needed = positions(target);
          for (const position of positions(source)) {
            for (const before of needed) expect(before <= position).toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
