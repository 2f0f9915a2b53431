import type { IConstruct } from 'constructs';
import type { Target } from '../../target/target';
import type { AppPorts } from '../ports';

/** What the writers of ways in need to know of the application. */
export interface ExposureContext {
  readonly scope: IConstruct;
  /** The application's name. */
  readonly name: string;
  readonly ports: AppPorts;
  /** The labels of the application's pods, to select them by. */
  readonly selector: Readonly<Record<string, string>>;
  readonly target: Target;
}
