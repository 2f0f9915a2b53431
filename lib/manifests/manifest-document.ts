/** One object of a set of manifests and where it comes from. */
export interface ManifestDocument {
  /** The object as it is sent to the API server. */
  readonly manifest: unknown;
  /** The path of the construct that made it, `shop/web/Service web`. */
  readonly construct?: string;
}
