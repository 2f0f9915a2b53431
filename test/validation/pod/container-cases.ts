import { check, type Case } from '../refusals';

/** A container that is sound but for what is written over it. */
export function containerWith(fields: object): object {
  return { name: 'app', image: 'registry.example.com/app:1', ...fields };
}

/** A sound Pod but for what is written over its spec. */
export function podWith(spec: object, metadata: object = {}): object {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'app', ...metadata },
    spec: { containers: [containerWith({})], ...spec },
  };
}

/** A sound Deployment but for what is written over the spec of its pods. */
export function deploymentWith(spec: object, metadata: object = {}): object {
  const template = {
    metadata: { labels: { app: 'app' }, ...metadata },
    spec: { containers: [containerWith({})], ...spec },
  };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'app' },
    spec: { selector: { matchLabels: { app: 'app' } }, template },
  };
}

/** Cases whose fields are given from a place on, such as `ports[0].name Invalid` for `spec.containers[0].ports[0].name Invalid`. */
export function checkAt(place: string, cases: readonly Case[], manifestOf: (written: object) => object): void {
  const absolute = (lines: readonly string[]): readonly string[] => lines.map((line) => join(place, line));
  check(
    cases.map(([title, written, refused]): Case => {
      if (Array.isArray(refused)) return [title, written, absolute(refused as readonly string[])];
      const steps = Object.entries(refused as Readonly<Record<string, readonly string[]>>);
      return [title, written, Object.fromEntries(steps.map(([release, lines]) => [release, absolute(lines)]))];
    }),
    manifestOf,
  );
}

/** Cases of one container of a Pod. */
export function checkContainers(cases: readonly Case[]): void {
  checkAt('spec.containers[0]', cases, (fields) => podWith({ containers: [containerWith(fields)] }));
}

/** A line that begins with a space is about the place itself. */
function join(place: string, line: string): string {
  return line.startsWith(' ') || line.startsWith('[') ? place + line : `${place}.${line}`;
}
