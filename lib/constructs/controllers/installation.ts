import type { Controller } from '../../controllers/controller';
import type { ControllerNeed } from '../../controllers/dialect';
import type { ExposedApp } from '../exposed-app';
import type { Identity } from './parts/identity';

/** A controller as one of the installers in this folder left it. */
export interface Installation {
  readonly facts: Controller;
  readonly identity: Identity;
  /** The controller's own pods and the ways in to them. */
  readonly app: ExposedApp;
  /** Takes down what a route needs; a reason where the controller was installed so that it cannot be had. */
  readonly require: (need: ControllerNeed) => string | undefined;
}
