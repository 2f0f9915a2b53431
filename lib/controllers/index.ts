import type { Controller } from './controller';
import { traefik } from './traefik';

/** Every ingress controller that is known, by the name that it is asked for. */
export const controllers = { traefik } as const satisfies Readonly<Record<string, Controller>>;

/** The name of a known ingress controller. */
export type ControllerName = keyof typeof controllers;

/** The controller whose IngressClasses have that `spec.controller`. */
export function controllerOfString(controllerString: string): Controller | undefined {
  return Object.values<Controller>(controllers).find((known) => known.controllerString === controllerString);
}
