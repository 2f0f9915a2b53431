import {
  ingressNginxAnnotations,
  makeOfString,
  makesOfClassName,
  traefikAnnotations,
  type AnnotationFamily,
} from '../controllers/annotations';
import type { Ingress } from '../kubernetes/api';
import { childOf } from './add-to';
import { flagOf, type ControllerInSet } from './controllers-in-set';
import type { Graph } from './graph';
import { oncePerGraph } from './once';
import type { SetObject } from './set-object';

/** The makes of controller that may serve an Ingress. */
export interface IngressMakes {
  /** None where nothing is known. */
  readonly makes: readonly AnnotationFamily[];
  /** Whether that follows from what is known, and not from what classes are usually called. */
  readonly certain: boolean;
  /** The controllers of those makes that the set installs. */
  readonly installed: readonly ControllerInSet[];
}

const nobody: IngressMakes = { makes: [], certain: false, installed: [] };

/** Whose an Ingress is: by the controller of its class, by a class that an installed controller asks for, by the usual names. */
export function makesOf(graph: Graph, ingress: SetObject<Ingress>): IngressMakes {
  const { className, known } = graph.ingressClasses.ownerOf(ingress);
  const name = known?.name ?? className;
  const controllerString = known?.controllerString;
  const byClass = childOf(asked(graph), name);
  const found = byClass.get(controllerString) ?? makesOfClass(graph, name, controllerString);
  byClass.set(controllerString, found);
  return found;
}

/** By the class and its controller: nearly every rule about Ingresses asks, and many Ingresses are of one class. */
const asked = oncePerGraph(() => new Map<string | undefined, Map<string | undefined, IngressMakes>>());

function makesOfClass(graph: Graph, name: string | undefined, controllerString: string | undefined): IngressMakes {
  if (controllerString !== undefined) {
    const make = makeOfString(controllerString);
    return make === undefined ? nobody : withInstalled(graph, [make], true);
  }
  const [only, ...more] = graph.controllers;
  if (name === undefined)
    return only !== undefined && more.length === 0 ? withInstalled(graph, [only.make], false) : nobody;
  const asking = graph.controllers.filter((one) => classFlagOf(one) === name).map(({ make }) => make);
  if (asking.length > 0) return withInstalled(graph, asking, true);
  return withInstalled(graph, makesOfClassName(name), false);
}

function withInstalled(graph: Graph, makes: readonly AnnotationFamily[], certain: boolean): IngressMakes {
  const installed = graph.controllers.filter(({ make }) => makes.includes(make));
  const first = makes.length > 1 && installed.length > 0 ? installed.map(({ make }) => make) : makes;
  return { makes: first, certain, installed };
}

/** The class that a controller is told to serve. */
export function classFlagOf(controller: ControllerInSet): string | undefined {
  return flagOf(
    controller,
    'ingress-class',
    'ingress.class',
    'ingress-class-name',
    'providers.kubernetesingress.ingressclass',
  );
}

/** Whether the controllers of an Ingress read the annotations of a family: their own, and Traefik's those of ingress-nginx where told to. */
export function reads({ makes, installed }: IngressMakes, family: AnnotationFamily): boolean {
  if (makes.includes(family)) return true;
  if (family !== ingressNginxAnnotations || !makes.includes(traefikAnnotations)) return false;
  return installed.some(standsInForNginx);
}

/** Whether a controller is a Traefik that serves the classes of ingress-nginx, https://doc.traefik.io/traefik/reference/install-configuration/providers/kubernetes/kubernetes-ingress-nginx/ */
export function standsInForNginx({ make, flags }: ControllerInSet): boolean {
  if (make !== traefikAnnotations) return false;
  return flags.some(({ name, value }) => name.startsWith('providers.kubernetesingressnginx') && value !== 'false');
}
