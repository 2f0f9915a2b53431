/** An object less its name, namespace and common labels. */
export interface WrittenObject {
  readonly metadata?: { readonly annotations?: Readonly<Record<string, string>> | undefined };
  readonly spec: object;
}
