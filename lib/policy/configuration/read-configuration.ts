import { loadAll, YAMLException } from 'js-yaml';
import schema from '../../../schemas/exposed-app.json';
import { locate } from '../../manifests/locate';
import type { ManifestDocument } from '../../manifests/manifest-document';
import { rememberSource } from '../../manifests/source-text';
import type { ObjectWaiver, Policy } from '../policy';
import { ConfigurationError, type Configuration, type NamedTarget } from './configuration';
import { waiverDayProblems } from './day-problems';
import { ruleProblems } from './rule-problems';
import { schemaProblems, type SchemaProblem } from './schema-problems';
import { targetOf, type WrittenTarget } from './target-of';

interface WrittenConfiguration {
  readonly targets?: Readonly<Record<string, WrittenTarget>> | null;
  readonly policy?: (Policy & { readonly admissionPolicies?: readonly string[] }) | null;
}

/**
 * Reads `exposed-app.yaml`.
 *
 * @param file its name, for messages
 * @throws ConfigurationError with everything that is wrong
 */
export function readConfiguration(text: string, file: string): Configuration {
  const manifest = parse(text, file);
  if (manifest == null) return { targets: [], policy: {}, admissionPolicies: [], at: () => undefined };
  return new Reader(rememberSource({ manifest, file, line: 1 }, { text, firstLine: 1 }), file).read();
}

/** By YAML 1.2 and not as manifests are read, or the weight `off` would be false. */
function parse(text: string, file: string): unknown {
  try {
    const documents = loadAll(text);
    if (documents.length > 1) throw new YAMLException('expected a single document in the stream, but found more');
    return documents[0];
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { line = 0, column = 0 } = error.mark ?? {};
    throw new ConfigurationError(file, [`${line + 1}:${column + 1}: ${error.reason}`]);
  }
}

class Reader {
  private readonly document: ManifestDocument;
  private readonly file: string;
  private readonly problems: string[] = [];

  constructor(document: ManifestDocument, file: string) {
    this.document = document;
    this.file = file;
  }

  read(): Configuration {
    this.tell(schemaProblems(this.document.manifest, schema));
    this.fail();
    const { targets, policy } = this.document.manifest as WrittenConfiguration;
    const { admissionPolicies = [], waivers, ...rest } = policy ?? {};
    this.tell([...ruleProblems(rest), ...waiverDayProblems({ waivers: waivers ?? [] })]);
    const configuration = {
      targets: Object.entries(targets ?? {}).flatMap(([name, target]) => this.target(name, target)),
      policy: { ...rest, ...(waivers === undefined ? {} : { waivers: this.waivers(waivers) }) },
      admissionPolicies,
      at: (field: string) => locate(this.document, field),
    };
    this.fail();
    return configuration;
  }

  private target(name: string, { folders, ...written }: WrittenTarget): NamedTarget[] {
    try {
      return [{ name, folders, target: targetOf(written) }];
    } catch (error) {
      this.problem(`targets[${name}]`, error instanceof Error ? error.message : String(error));
      return [];
    }
  }

  /** A waiver's place is told when it is not needed any longer. */
  private waivers(waivers: readonly ObjectWaiver[]): ObjectWaiver[] {
    return waivers.map((waiver, position) => {
      const at = locate(this.document, `policy.waivers[${position}]`);
      return at === undefined ? waiver : { ...waiver, at: { ...at, file: this.file } };
    });
  }

  private tell(problems: readonly SchemaProblem[]): void {
    for (const { field, message } of problems) this.problem(field, message);
  }

  private problem(field: string, message: string): void {
    const { line, column } = locate(this.document, field) ?? { line: 1, column: 1 };
    this.problems.push(`${line}:${column}: ${field}: ${message}`);
  }

  private fail(): void {
    if (this.problems.length > 0) throw new ConfigurationError(this.file, this.problems);
  }
}
