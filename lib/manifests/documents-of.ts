import type { App, Chart } from 'cdk8s';
import { orderConstructs } from './construct-order';
import { walkTree, type ConstructTree } from './construct-tree';
import type { ManifestDocument } from './manifest-document';
import { objectRenderer } from './render-object';

/** The documents of an app by chart, in an order that respects dependencies. */
export interface AppDocuments {
  readonly charts: readonly ChartDocuments[];
  /** Whether any chart has to come after another one. */
  readonly dependentCharts: boolean;
}

/** The documents of one chart. */
export interface ChartDocuments {
  readonly chart: Chart;
  readonly documents: readonly ManifestDocument[];
}

/**
 * The documents that the app would synthesize, in an order that respects dependencies. Nothing is written.
 *
 * @throws Error where the validations of constructs find anything, where dependencies form a cycle, or where an object cannot be rendered.
 */
export function documentsOf(app: App): ManifestDocument[] {
  return documentsByChart(app).charts.flatMap(({ documents }) => documents);
}

/** As `documentsOf`, with the charts that the documents come from. */
export function documentsByChart(app: App): AppDocuments {
  const tree = walkTree(app);
  validate(tree);
  const { charts, dependentCharts } = orderConstructs(tree);
  const render = objectRenderer(app);
  return {
    charts: charts.map(({ chart, objects }) => ({
      chart,
      documents: objects.map((object) => ({ manifest: render(object), construct: object.node.path })),
    })),
    dependentCharts,
  };
}

/** The charts of the app in an order that respects dependencies. */
export function chartsOf(app: App): Chart[] {
  return orderConstructs(walkTree(app)).charts.map(({ chart }) => chart);
}

/** Runs the validations of all constructs; one error tells all that they find, in the words of cdk8s. */
function validate(tree: ConstructTree): void {
  const problems = tree.constructs.flatMap(({ node }) => node.validate().map((problem) => `[${node.path}] ${problem}`));
  if (problems.length > 0) throw new Error(`Validation failed with the following errors:\n  ${problems.join('\n  ')}`);
}
