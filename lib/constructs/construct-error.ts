import type { IConstruct } from 'constructs';

/** Props that cannot become sound manifests. Thrown while the tree is built, so before anything is written. */
export class ConstructError extends Error {
  /** The path of the construct that was given the props, `shop/web`. */
  readonly constructPath: string;

  /** @param problem what was seen, what is allowed, and the next step, in sentences. */
  constructor(scope: IConstruct, problem: string) {
    super(`${scope.node.path}: ${problem}`);
    this.name = 'ConstructError';
    this.constructPath = scope.node.path;
  }
}
