import { App, type AppProps, type Chart } from 'cdk8s';
import { appFiles } from './manifests/app-files';
import { chartsOf, documentsByChart, type AppDocuments } from './manifests/documents-of';
import { printYaml } from './manifests/print-yaml';
import { refuseRepeatedObjects } from './manifests/repeated-objects';
import { writeFolder } from './manifests/write-folder';
import { Target } from './target/target';
import { validateManifest, type ValidateOptions } from './validation/validate-manifest';

/** What a `CheckedApp` is told besides what cdk8s' own `App` is told. */
export interface CheckedAppProps extends AppProps {
  /**
   * The cluster aimed at, for all charts that are not given one of their own.
   * @default - a cluster of the newest Kubernetes version known, of which nothing special is known
   */
  readonly target?: Target;
}

/**
 * A cdk8s `App` that makes all documents in memory first, holds each against what the API server of its target accepts, and then replaces its
 * output folder as a whole or, when anything is wrong, not at all.
 *
 * The output folder holds nothing but its manifests: `recordConstructMetadata` has no effect, since deploy tools would take that file for one.
 */
export class CheckedApp extends App {
  constructor(props: CheckedAppProps = {}) {
    super(props);
    if (props.target !== undefined) Target.set(this, props.target);
  }

  /** The charts of this app in an order that respects dependencies. */
  override get charts(): Chart[] {
    return chartsOf(this);
  }

  /** Makes all documents, then writes them to the output folder at once. */
  override synth(): void {
    writeFolder(this.outdir, appFiles(this.soundDocuments(), this));
  }

  /** All documents as one YAML text. Nothing is written. */
  override synthYaml(): string {
    const documents = this.soundDocuments().charts.flatMap((chart) => chart.documents);
    return printYaml(documents.map(({ manifest }) => manifest));
  }

  /** All documents in memory: the place where they are held against each other, before any of them leaves the program. */
  private soundDocuments(): AppDocuments {
    const documents = documentsByChart(this);
    refuseRepeatedObjects(documents);
    refuseInvalid(documents);
    return documents;
  }
}

/** Refuses what the API server of the target would refuse, all of it at once. Custom resources without a known definition pass. */
function refuseInvalid({ charts }: AppDocuments): void {
  const problems = charts.flatMap(({ chart, documents }) => {
    const server = serverOf(Target.of(chart));
    return documents.flatMap(({ manifest, construct = '' }) =>
      validateManifest(manifest, server)
        .filter(({ type }) => type !== 'Unchecked')
        .map(({ field, message }) => `[${construct}] ${field}: ${message}`),
    );
  });
  if (problems.length > 0) throw new Error(`The API server would refuse:\n  ${problems.join('\n  ')}`);
}

function serverOf({ kubernetes, nodePortRange: [first, last], ipFamilies }: Target): ValidateOptions {
  return { kubernetes, nodePortRange: [first, last], ipFamilies: [...ipFamilies] };
}
