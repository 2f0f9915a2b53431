import { ApiObject, Chart, type App } from 'cdk8s';
import type { IConstruct } from 'constructs';

/** What a walk over a tree of constructs finds, in construction order. */
export interface ConstructTree {
  readonly constructs: readonly IConstruct[];
  readonly charts: readonly ChartNode[];
  /** The chart that each construct belongs to: the nearest one above it, or itself. */
  readonly chartOf: ReadonlyMap<IConstruct, ChartNode>;
  /** Dependencies as they were declared, between constructs of any kind. */
  readonly dependencies: readonly Dependency[];
}

/** A chart with what belongs to it and to no chart below it. */
export interface ChartNode {
  readonly chart: Chart;
  readonly constructs: IConstruct[];
  readonly objects: ApiObject[];
  readonly childCharts: Chart[];
}

/** The source is to come after the target. */
export interface Dependency {
  readonly source: IConstruct;
  readonly target: IConstruct;
}

/** Walks over the tree once. */
export function walkTree(app: App): ConstructTree {
  const constructs: IConstruct[] = [];
  const charts: ChartNode[] = [];
  const chartOf = new Map<IConstruct, ChartNode>();
  const dependencies: Dependency[] = [];
  const visit = (construct: IConstruct, above: ChartNode | undefined): void => {
    let node = above;
    if (Chart.isChart(construct)) {
      node = { chart: construct, constructs: [], objects: [], childCharts: [] };
      if (construct.node.scope === above?.chart) above?.childCharts.push(construct);
      charts.push(node);
    }
    constructs.push(construct);
    if (node !== undefined) {
      node.constructs.push(construct);
      chartOf.set(construct, node);
      if (ApiObject.isApiObject(construct)) node.objects.push(construct);
    }
    for (const target of construct.node.dependencies) dependencies.push({ source: construct, target });
    for (const child of construct.node.children) visit(child, node);
  };
  visit(app, undefined);
  return { constructs, charts, chartOf, dependencies };
}
