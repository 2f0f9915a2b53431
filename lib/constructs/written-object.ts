/** An object less its name and common labels. */
export interface WrittenObject {
  readonly metadata?: {
    readonly annotations?: Readonly<Record<string, string>> | undefined;
    /** Where it has to stand, if not beside the application. */
    readonly namespace?: string | undefined;
  };
  /** Undefined for a ConfigMap, which has data. */
  readonly spec: object | undefined;
  /** The entries of a ConfigMap. */
  readonly data?: Readonly<Record<string, string>> | undefined;
}
