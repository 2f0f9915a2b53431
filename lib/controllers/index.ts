import { contour } from './contour';
import type { Controller } from './controller';
import { haproxy } from './haproxy';
import { traefik } from './traefik';

/** Every ingress controller that is known, by the name that it is asked for. */
export const controllers = { traefik, contour, haproxy } as const satisfies Readonly<Record<string, Controller>>;

/** The name of a known ingress controller. */
export type ControllerName = keyof typeof controllers;

/** The controller whose IngressClasses have that `spec.controller`; some makes add a slash and the name of the instance. */
export function controllerOfString(controllerString: string): Controller | undefined {
  const [domain, name] = controllerString.split('/');
  return Object.values<Controller>(controllers).find((known) =>
    [controllerString, `${domain ?? ''}/${name ?? ''}`].includes(known.controllerString ?? ''),
  );
}
