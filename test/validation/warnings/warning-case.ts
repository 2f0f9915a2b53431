/** A manifest and what servers warn of: `rule field` each. */
export interface WarningCase {
  readonly name: string;
  readonly manifest: Readonly<Record<string, unknown>>;
  readonly warns: readonly string[];
  /** The first minor release that warns. */
  readonly since?: number;
  /** The last release that warns, where later ones refuse. */
  readonly until?: string;
}
