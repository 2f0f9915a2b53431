import { loadAll, YAMLException } from 'js-yaml';
import { locate } from '../../manifests/locate';
import type { ManifestDocument } from '../../manifests/manifest-document';
import { rememberSource } from '../../manifests/source-text';
import { nearest } from '../../kubernetes/wording';
import { rules } from '../../rules';
import { isDay } from '../../findings/waiver';
import { validationRules } from '../../validation/catalogue';
import type { ObjectWaiver, Policy } from '../policy';
import { ConfigurationError, type Configuration, type NamedTarget } from './configuration';
import { schemaProblems } from './schema-problems';
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
    for (const { field, message } of schemaProblems(this.document.manifest)) this.problem(field, message);
    this.fail();
    const { targets, policy } = this.document.manifest as WrittenConfiguration;
    const { admissionPolicies = [], waivers, ...rest } = policy ?? {};
    this.checkRules(rest.rules ?? {});
    const configuration = {
      targets: Object.entries(targets ?? {}).flatMap(([name, target]) => this.target(name, target)),
      policy: { ...rest, ...(waivers === undefined ? {} : { waivers: this.waivers(waivers) }) },
      admissionPolicies,
      at: (field: string) => locate(this.document, field),
    };
    this.fail();
    return configuration;
  }

  private target(name: string, written: WrittenTarget): NamedTarget[] {
    try {
      return [{ name, folders: written.folders, target: targetOf(written) }];
    } catch (error) {
      this.problem(`targets[${name}]`, error instanceof Error ? error.message : String(error));
      return [];
    }
  }

  /** A waiver's place is told when it is not needed any longer. */
  private waivers(waivers: readonly ObjectWaiver[]): ObjectWaiver[] {
    return waivers.map((waiver, position) => {
      const field = `policy.waivers[${position}]`;
      if (!isDay(waiver.expires)) this.problem(`${field}.expires`, `'${waiver.expires}' is no day of the calendar`);
      const at = locate(this.document, field);
      return at === undefined ? waiver : { ...waiver, at: { ...at, file: this.file } };
    });
  }

  private checkRules(weights: NonNullable<Policy['rules']>): void {
    const known = rules.map(({ id }) => id);
    for (const id of Object.keys(weights)) {
      if (known.includes(id)) continue;
      const near = nearest(id, known);
      const why = Object.hasOwn(validationRules, id)
        ? 'the API server itself refuses what it finds: that cannot be re-graded'
        : `there is no rule '${id}'${near === undefined ? ': `exposed-app rules` lists them' : `: '${near}' is meant?`}`;
      this.problem(`policy.rules[${id}]`, why);
    }
  }

  private problem(field: string, message: string): void {
    const { line, column } = locate(this.document, field) ?? { line: 1, column: 1 };
    this.problems.push(`${line}:${column}: ${field}: ${message}`);
  }

  private fail(): void {
    if (this.problems.length > 0) throw new ConfigurationError(this.file, this.problems);
  }
}
