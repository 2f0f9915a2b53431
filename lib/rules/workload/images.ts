/** An image as a container names it. */
export interface ImageName {
  /** Without registry, tag and digest, and without `library/`: `nginx`, `bitnami/nginx`. */
  readonly repository: string;
  /** Empty where none is named. */
  readonly tag: string;
  readonly digest: string;
}

/** Reads `registry:5000/team/name:tag@sha256:...` (distribution/reference). */
export function imageNameOf(image: string): ImageName {
  const [named = '', digest = ''] = image.split('@');
  const slash = named.lastIndexOf('/');
  const colon = named.indexOf(':', slash + 1);
  const path = colon < 0 ? named : named.slice(0, colon);
  const parts = path.split('/');
  const [first = ''] = parts;
  const isRegistry = parts.length > 1 && (/[.:]/.test(first) || first === 'localhost');
  const repository = (isRegistry ? parts.slice(1) : parts).join('/').replace(/^library\//, '');
  return { repository, tag: colon < 0 ? '' : named.slice(colon + 1), digest };
}
