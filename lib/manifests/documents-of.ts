import { Chart, type ApiObject, type App } from 'cdk8s';
import { orderConstructs } from './construct-order';
import { walkTree, type ConstructTree } from './construct-tree';
import type { ManifestDocument } from './manifest-document';
import { methodOf, objectRenderer, type RenderObject } from './render-object';
import { textOf, valueAt } from './untyped';

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
      documents: rendersItself(chart) ? ownDocuments(chart, objects) : documentsBy(render, objects),
    })),
    dependentCharts,
  };
}

function documentsBy(render: RenderObject, objects: readonly ApiObject[]): ManifestDocument[] {
  return objects
    .map((object) => ({ manifest: render(object), construct: object.node.path }))
    .filter(({ manifest }) => manifest !== undefined);
}

const ordinary = methodOf(Chart.prototype, 'toJson');

/** Charts hook into synthesis by a `toJson` of their own: https://github.com/cdk8s-team/cdk8s-core/pull/1053. */
function rendersItself(chart: Chart): boolean {
  return methodOf(chart, 'toJson') !== ordinary;
}

/** What such a chart makes of its objects; what none of them can be told for comes from the chart. */
function ownDocuments(chart: Chart, objects: readonly ApiObject[]): ManifestDocument[] {
  const paths = new Map(
    objects.map((object) => [`${object.apiVersion} ${object.kind} ${object.name}`, object.node.path]),
  );
  const manifests: unknown[] = Object.values(chart.toJson());
  return manifests
    .filter((manifest) => manifest !== undefined)
    .map((manifest) => {
      const [apiVersion, kind] = [textOf(valueAt(manifest, 'apiVersion')), textOf(valueAt(manifest, 'kind'))];
      const name = textOf(valueAt(manifest, 'metadata', 'name'));
      return { manifest, construct: paths.get(`${apiVersion} ${kind} ${name}`) ?? chart.node.path };
    });
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
