import { Names, YamlOutputType } from 'cdk8s';
import { nameApart } from './distinct-names';
import type { AppDocuments, ChartDocuments } from './documents-of';
import type { ManifestDocument } from './manifest-document';
import type { OutputFile } from './output-file';
import { printYaml } from './print-yaml';

/** How the documents of an app are divided into files. */
export interface FileLayout {
  readonly yamlOutputType: YamlOutputType;
  /** What file names end with, `.k8s.yaml`. */
  readonly outputFileExtension: string;
}

/** The files of an app under the names that cdk8s gives them, but no two under one name: there the later one overwrites the earlier one. */
export function appFiles({ charts, dependentCharts }: AppDocuments, layout: FileLayout): OutputFile[] {
  const file = (name: string, documents: readonly ManifestDocument[]): OutputFile => ({
    path: name + layout.outputFileExtension,
    text: printYaml(documents.map(({ manifest }) => manifest)),
  });
  const filePerObject = (documents: readonly ManifestDocument[], folder: string): OutputFile[] =>
    nameApart(documents, objectName, namespaceOf).map(([document, name]) => file(folder + name, [document]));
  const documents = charts.flatMap((chart) => chart.documents);
  // So that what applies files in the order of their names keeps to the order of the charts.
  const chartName = ({ chart }: ChartDocuments, position: number): string =>
    (dependentCharts ? `${String(position).padStart(4, '0')}-` : '') + Names.toDnsLabel(chart);
  switch (layout.yamlOutputType) {
    case YamlOutputType.FILE_PER_APP:
      return charts.length === 0 ? [] : [file('app', documents)];
    case YamlOutputType.FILE_PER_CHART:
      return nameApart(charts, chartName).map(([chart, name]) => file(name, chart.documents));
    case YamlOutputType.FILE_PER_RESOURCE:
      return filePerObject(documents, '');
    case YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE:
      return nameApart(charts, chartName).flatMap(([chart, name]) => filePerObject(chart.documents, `${name}/`));
  }
}

/** `Service.web`, without what a file name had better not hold. */
function objectName({ manifest }: ManifestDocument): string {
  const { kind, metadata } = manifest as { readonly kind?: unknown; readonly metadata?: { readonly name?: unknown } };
  return safe(`${String(kind)}.${String(metadata?.name)}`);
}

function namespaceOf({ manifest }: ManifestDocument): string | undefined {
  const { metadata } = manifest as { readonly metadata?: { readonly namespace?: unknown } };
  return typeof metadata?.namespace === 'string' ? safe(metadata.namespace) : undefined;
}

function safe(name: string): string {
  return name.replace(/[^\w.-]/g, '');
}
