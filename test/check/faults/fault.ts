/** A sound set with one fault in it, and the finding that tells of it. */
export interface Fault {
  readonly title: string;
  /** The file in `sound-sets/`, without `.yaml`. */
  readonly set: string;
  /** What makes it faulty: texts of the set, each with what stands there instead. */
  readonly replace?: readonly (readonly [text: string, instead: string])[];
  /** What makes it faulty: a document more. */
  readonly add?: string;
  readonly rule: string;
  /** Its kind and name. */
  readonly object: string;
  readonly field: string;
}
