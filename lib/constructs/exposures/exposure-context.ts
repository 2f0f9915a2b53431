import type { IConstruct } from 'constructs';
import type { ControllerNeed } from '../../controllers/dialect';
import type { Target } from '../../target/target';
import type { AppPorts } from '../ports';

/** What the writers of ways in need to know of the application. */
export interface ExposureContext {
  readonly scope: IConstruct;
  /** The application's name. */
  readonly name: string;
  /** Where its objects will be; undefined where that is decided by whoever applies them. */
  readonly namespace: string | undefined;
  readonly ports: AppPorts;
  /** The labels of the application's pods, to select them by. */
  readonly selector: Readonly<Record<string, string>>;
  readonly target: Target;
  /** Takes down what somebody else's controller must be told. */
  readonly need: (need: ControllerNeed) => void;
}
