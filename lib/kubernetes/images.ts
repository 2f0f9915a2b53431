/** Where an image comes from. */
export interface ImageRepository {
  /** `docker.io`, `registry.example.com:5000`. */
  readonly registry: string;
  /** `library/nginx`. */
  readonly path: string;
  /** `1.28.0`; empty where none is named. */
  readonly tag: string;
}

/** Reads an image as container runtimes do: without a registry it is Docker Hub's, github.com/distribution/reference, ParseNormalizedNamed. */
export function repositoryOf(image: string): ImageRepository {
  const [name = ''] = image.split('@');
  const colon = name.lastIndexOf(':');
  const tagged = colon > name.lastIndexOf('/');
  const repository = tagged ? name.slice(0, colon) : name;
  const tag = tagged ? name.slice(colon + 1) : '';
  const slash = repository.indexOf('/');
  const first = repository.slice(0, Math.max(slash, 0));
  const isRegistry = /[.:]/.test(first) || first === 'localhost';
  const registry = isRegistry ? first : 'docker.io';
  const path = isRegistry ? repository.slice(slash + 1) : repository;
  const hub = registry === 'docker.io' || registry === 'index.docker.io';
  return { registry: hub ? 'docker.io' : registry, path: hub && !path.includes('/') ? `library/${path}` : path, tag };
}

/** `nginx` of `registry.example.com/team/nginx:1.28@sha256:...`: enough to tell most images apart from those that are known. */
export function lastPartOf(image: string): string {
  const [named = ''] = image.split('@', 1);
  const [last = ''] = named.slice(named.lastIndexOf('/') + 1).split(':', 1);
  return last;
}
