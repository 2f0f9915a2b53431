/** What a policy tells rules that need to know what is allowed. Each is told nothing by default, and then asks for nothing. */
export interface RuleParameters {
  /** The hosts that a namespace may use, by namespace or glob; hosts may be globs, `*.shop.example.com`. @default - any */
  readonly allowedHosts?: Readonly<Record<string, readonly string[]>>;
}
