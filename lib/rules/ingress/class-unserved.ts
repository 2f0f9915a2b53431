import { besidesControllers, ingresses } from '../../graph/subjects';
import { classFlagOf, makesOf } from '../../graph/ingress-makes';
import { flagOf, type ControllerInSet } from '../../graph/controllers-in-set';
import { nameOf } from '../../graph/set-object';
import { deployment } from '../example-manifests';
import { ingress, web } from '../ingress-example';
import { defineRule, type Problem } from '../rule';

const traefik = (flag: string): string =>
  deployment('traefik', 'app: traefik', {
    image: 'traefik:v3.7.13',
    container: `args: ["--providers.kubernetesingress", "${flag}"]`,
  });
const nginx = (flag: string): string =>
  deployment('nginx', 'app: nginx', {
    image: 'registry.k8s.io/ingress-nginx/controller:v1.15.1',
    container: `args: [/nginx-ingress-controller, "${flag}"]`,
  });

export const classUnserved = defineRule({
  id: 'ingress/class-unserved',
  class: 'broken',
  severity: 'warning',
  on: ['Ingress'],
  among: besidesControllers(ingresses),
  summary: 'The controller that the set installs looks at the class and the namespace of the Ingress.',
  why: 'A controller that is told one class or one namespace passes over all other Ingresses. Another controller of the cluster may serve them, which the set does not show.',
  fix: 'Name the class that the controller is told, or tell the controller the class and the namespaces that it is to serve.',
  symptoms: ['404 from the controller', 'Progressing', 'no address', 'Ingress is ignored'],
  good: [
    {
      manifests:
        web + ingress({ className: 'traefik' }) + traefik('--providers.kubernetesingress.ingressclass=traefik'),
    },
    { title: 'every class', manifests: web + ingress({ className: 'traefik' }) + traefik('--ping=true') },
    { title: 'every namespace', manifests: web + ingress({ className: 'nginx' }) + nginx('--watch-namespace=') },
    {
      title: 'its namespace among others',
      manifests:
        web + ingress({ className: 'traefik' }) + traefik('--providers.kubernetesingress.namespaces=shop,default'),
    },
    {
      title: 'another controller',
      manifests:
        web + ingress({ className: 'haproxy' }) + traefik('--providers.kubernetesingress.ingressclass=traefik'),
    },
  ],
  bad: [
    {
      title: 'another class',
      manifests:
        web +
        ingress({ className: 'traefik' }) +
        traefik('--providers.kubernetesingress.ingressclass=traefik-internal'),
      finds: ['spec.ingressClassName'],
    },
    {
      title: 'another namespace',
      manifests: web + ingress({ namespace: 'shop' }) + nginx('--watch-namespace=stock'),
      finds: ['metadata.namespace'],
    },
  ],
  *check(ingress, { graph }) {
    const { className, field } = graph.ingressClasses.ownerOf(ingress);
    const { installed } = makesOf(graph, ingress);
    if (className === undefined || installed.length === 0) return;
    const passing = installed.map((one) => passedOver(one, className, field, ingress.namespace));
    const [first] = passing;
    if (first !== undefined && passing.every((one) => one !== undefined)) yield first;
  },
});

/** Why a controller does not look at an Ingress of that class and namespace; undefined where it does. */
function passedOver(
  controller: ControllerInSet,
  className: string,
  field: string,
  namespace: string,
): Problem | undefined {
  const { workload, make } = controller;
  const name = `${make.title} of ${nameOf(workload.object)}`;
  const told = classFlagOf(controller);
  // Makes that go by IngressClass objects take the flag for Ingresses with the old annotation alone.
  const byFlag = flagOf(controller, 'providers.kubernetesingress.ingressclass', 'ingress-class-name');
  if (told !== undefined && byFlag !== undefined && told !== className) {
    return { field, message: `the class is '${className}', and ${name} is told to serve '${told}'` };
  }
  const watched = flagOf(controller, 'watch-namespace', 'providers.kubernetesingress.namespaces') ?? '';
  const namespaces = watched.split(',').map((one) => one.trim());
  if (watched === '' || watched.includes('$(') || namespaces.includes(namespace)) return undefined;
  return { field: 'metadata.namespace', message: `the namespace is '${namespace}', and ${name} watches '${watched}'` };
}
