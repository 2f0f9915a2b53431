import { traefikAnnotations } from '../controllers/annotations';
import { textOf } from '../manifests/untyped';
import type { ControllerInSet } from './controllers-in-set';
import { oncePerGraph } from './once';

/** What the Traefik of a set is told by its flags. */
export interface TraefikInSet {
  readonly controller: ControllerInSet;
  /** 2 or 3, by its image; undefined where the tag does not say. */
  readonly major: number | undefined;
  /** Its entry points, in lower case; undefined where a file may name them. */
  readonly entryPoints: readonly string[] | undefined;
  /** Those that speak TLS for every HTTP router. */
  readonly secureEntryPoints: readonly string[];
  /** Who gets it certificates; undefined where a file may name them. */
  readonly certResolvers: readonly string[] | undefined;
  /** Whether routes may lead to other namespaces; undefined where a file may say so. */
  readonly crossesNamespaces: boolean | undefined;
}

/** The one Traefik of a set; undefined where it has none, or several, of which nobody knows who reads what. */
export const traefikInSet = oncePerGraph((graph): TraefikInSet | undefined => {
  const [controller, ...more] = graph.controllers.filter(({ make }) => make === traefikAnnotations);
  if (controller === undefined || more.length > 0) return undefined;
  const { flags, container } = controller;
  const entryPoints = new Set<string>();
  const secureEntryPoints: string[] = [];
  const certResolvers = new Set<string>();
  for (const { name, value } of flags) {
    const [section, item = '', ...rest] = name.split('.');
    if (section === 'entrypoints') {
      entryPoints.add(item);
      if (rest[0] === 'http' && rest[1] === 'tls' && value !== 'false') secureEntryPoints.push(item);
    }
    if (section === 'certificatesresolvers') certResolvers.add(item);
  }
  // Its file goes before its flags, and without either it has an entry point `http`.
  const byFlags = entryPoints.size > 0 && !flags.some(({ name }) => name === 'configfile');
  const [, major] = /:v?(\d+)/.exec(textOf(container.container.image)) ?? [];
  return {
    controller,
    major: major === undefined ? undefined : Number(major),
    entryPoints: byFlags ? [...entryPoints] : undefined,
    secureEntryPoints,
    certResolvers: byFlags ? [...certResolvers] : undefined,
    crossesNamespaces: byFlags
      ? flags.some(({ name, value }) => name === 'providers.kubernetescrd.allowcrossnamespace' && value !== 'false')
      : undefined,
  };
});
