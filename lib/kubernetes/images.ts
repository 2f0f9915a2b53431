/** An image as a container names it. */
export interface ImageName {
  /** `docker.io`, `registry.example.com:5000`. */
  readonly registry: string;
  /** `library/nginx`. */
  readonly path: string;
  /** The last part of the path, `nginx`: enough to tell most images apart from those that are known. */
  readonly name: string;
  /** `1.28.0`; empty where none is named. */
  readonly tag: string;
  /** `sha256:...`; empty where none is named. */
  readonly digest: string;
}

/** Reads an image as container runtimes do: without a registry it is Docker Hub's, github.com/distribution/reference, ParseNormalizedNamed. */
export function imageNameOf(image: string): ImageName {
  const at = image.indexOf('@');
  const named = at < 0 ? image : image.slice(0, at);
  const colon = named.lastIndexOf(':');
  const tagged = colon > named.lastIndexOf('/');
  const repository = tagged ? named.slice(0, colon) : named;
  const slash = repository.indexOf('/');
  const first = repository.slice(0, Math.max(slash, 0));
  const isRegistry = /[.:]/.test(first) || first === 'localhost';
  const registry = isRegistry ? first : 'docker.io';
  const path = isRegistry ? repository.slice(slash + 1) : repository;
  const hub = registry === 'docker.io' || registry === 'index.docker.io';
  return {
    registry: hub ? 'docker.io' : registry,
    path: hub && !path.includes('/') ? `library/${path}` : path,
    name: path.slice(path.lastIndexOf('/') + 1),
    tag: tagged ? named.slice(colon + 1) : '',
    digest: at < 0 ? '' : image.slice(at + 1),
  };
}

/** The path without the `library` that Docker Hub means where nobody is named: `nginx`. */
export function shortPathOf({ path }: ImageName): string {
  return path.replace(/^library\//, '');
}

/** Whoever publishes images. */
interface Publisher {
  /** What the paths of its images are, or end with where mirrors keep them: `ingress-nginx/controller`. */
  readonly images: readonly string[];
}

/** Tells whose an image is, under whichever registry or mirror; of several the first one. */
export function publisherOf<Known extends Publisher>(all: readonly Known[]): (image: ImageName) => Known | undefined {
  const published = all.flatMap((publisher) =>
    publisher.images.map((image) => ({ publisher, path: shortPathOf(imageNameOf(image)) })),
  );
  // Few images end as these do: the others are told apart by that alone.
  const names = new Set(published.map(({ path }) => imageNameOf(path).name));
  return ({ name, path }) =>
    names.has(name)
      ? published.find((known) => path === known.path || path.endsWith(`/${known.path}`))?.publisher
      : undefined;
}
