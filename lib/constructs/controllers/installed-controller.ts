import type { Controller } from '../../controllers/controller';
import type { ControllerNeed } from '../../controllers/dialect';
import type { AppPods } from '../isolation/props';

/** An ingress controller that routes can be given to: what is known of it, and its class. */
export interface InstalledController {
  /** What is known of its make. */
  readonly facts: Controller;
  /** The name of its IngressClass. */
  readonly className: string;
  /** The pods that connect to applications; undefined where that is not known. */
  readonly pods?: AppPods | undefined;
  /** Tells the controller what a route needs of it; a reason where it was installed so that it cannot be had. */
  require(need: ControllerNeed): string | undefined;
}
