import { awsLoadBalancer } from './aws-load-balancer';
import { azureApplicationGateway } from './azure-application-gateway';
import { contour } from './contour';
import type { Controller } from './controller';
import { gke } from './gke';
import { haproxy } from './haproxy';
import { istio } from './istio';
import { ingressNginx } from './ingress-nginx';
import { nginx } from './nginx';
import { traefik } from './traefik';

/** Every ingress controller that is known, by the name that it is asked for. */
export const controllers = {
  traefik,
  contour,
  haproxy,
  nginx,
  'ingress-nginx': ingressNginx,
  'aws-load-balancer': awsLoadBalancer,
  gke,
  'azure-application-gateway': azureApplicationGateway,
  istio,
} as const satisfies Readonly<Record<string, Controller>>;

/** The name of a known ingress controller. */
export type ControllerName = keyof typeof controllers;

/**
 * The controller that serves a class: known by the controller string of its IngressClass, and without one by the name, which is all that some
 * controllers look at.
 */
export function controllerOfClass(ingressClass: {
  readonly name: string;
  readonly controller?: string;
}): Controller | undefined {
  const { name, controller } = ingressClass;
  if (controller !== undefined) return controllerOfString(controller);
  return Object.values<Controller>(controllers).find(
    ({ controllerString, defaultClassName, classNames = [defaultClassName] }) =>
      controllerString === undefined && classNames.includes(name),
  );
}

/** The controller whose IngressClasses have that `spec.controller`; some makes add a slash and the name of the instance. */
function controllerOfString(controllerString: string): Controller | undefined {
  const [domain, name] = controllerString.split('/');
  return Object.values<Controller>(controllers).find((known) =>
    [controllerString, `${domain ?? ''}/${name ?? ''}`].includes(known.controllerString ?? ''),
  );
}
