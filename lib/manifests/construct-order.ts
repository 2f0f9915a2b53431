import type { ApiObject, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { ChartNode, ConstructTree, Dependency } from './construct-tree';
import { inDependencyOrder, type Vertex } from './dependency-order';
import { orderObjects } from './object-order';

/** Charts in an order that respects dependencies, each with its objects in such an order. */
export interface ConstructOrder {
  readonly charts: readonly { readonly chart: Chart; readonly objects: readonly ApiObject[] }[];
  /** Whether any chart has to come after another one. */
  readonly dependentCharts: boolean;
}

/**
 * Gives charts and objects the order that cdk8s gives them: a dependency between constructs holds for all objects below them, and one that crosses
 * charts holds for the charts; a chart comes after the charts that are its children.
 *
 * @throws Error that names a cycle.
 */
export function orderConstructs(tree: ConstructTree): ConstructOrder {
  const within = new Map<ChartNode, Dependency[]>();
  const across: Dependency[] = [];
  for (const dependency of tree.dependencies) {
    const source = chartOf(tree, dependency, dependency.source);
    const target = chartOf(tree, dependency, dependency.target);
    if (source !== target) across.push({ source: source.chart, target: target.chart });
    else if (within.get(source)?.push(dependency) === undefined) within.set(source, [dependency]);
  }
  const dependentCharts = across.length > 0 || tree.charts.some(({ childCharts }) => childCharts.length > 0);
  const charts = dependentCharts ? orderCharts(tree, across) : tree.charts;
  return {
    charts: charts.map((node) => {
      const dependencies = within.get(node);
      return { chart: node.chart, objects: dependencies ? orderObjects(node, dependencies) : node.objects };
    }),
    dependentCharts,
  };
}

function orderCharts(tree: ConstructTree, across: readonly Dependency[]): ChartNode[] {
  const places = new Map<IConstruct, Vertex<IConstruct>>(
    tree.constructs.map((construct) => [construct, { value: construct, needs: [] }]),
  );
  const relate = ({ source, target }: Dependency): void => {
    const needed = places.get(target);
    if (needed !== undefined) places.get(source)?.needs.push(needed);
  };
  tree.dependencies.forEach(relate);
  for (const { chart, childCharts } of tree.charts)
    childCharts.forEach((target) => {
      relate({ source: chart, target });
    });
  across.forEach(relate);
  const nodes = new Map<IConstruct, ChartNode>(tree.charts.map((node) => [node.chart, node]));
  return inDependencyOrder([...places.values()], ({ node: { path } }) => path).flatMap(
    (construct) => nodes.get(construct) ?? [],
  );
}

function chartOf(tree: ConstructTree, { source, target }: Dependency, end: IConstruct): ChartNode {
  const node = tree.chartOf.get(end);
  if (node !== undefined) return node;
  const what = tree.constructs.includes(end) ? 'in no chart' : 'in another app';
  throw new Error(
    `${pathOf(source)} depends on ${pathOf(target)}, but ${pathOf(end)} is ${what}, so it has no place in the order. ` +
      'Depend on a chart of this app, or on a construct inside one.',
  );
}

function pathOf(construct: IConstruct): string {
  return construct.node.path === '' ? 'the app' : `'${construct.node.path}'`;
}
