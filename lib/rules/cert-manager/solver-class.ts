import { annotated, besides } from '../../graph/subjects';
import type { Graph } from '../../graph/graph';
import { annotationOf, nameOf, type SetObject } from '../../graph/set-object';
import type { Ingress } from '../../kubernetes/api';
import { quoteList } from '../../kubernetes/wording';
import { itemsOf, textOf, valueAt } from '../../manifests/untyped';
import { custom } from '../custom-example';
import { ingress, web } from '../ingress-example';
import { defineRule } from '../rule';

const acme = (...solvers: readonly string[]): string =>
  custom(
    'cert-manager.io/v1 ClusterIssuer',
    'letsencrypt',
    `{ acme: { server: 'https://acme.example.com/directory', privateKeySecretRef: { name: account }, solvers: [${solvers.join(', ')}] } }`,
  );
const byHttp = (more: string): string => `{ http01: { ingress: { ${more} } } }`;
const issued = (className: string, annotations: readonly string[] = []): string =>
  web +
  ingress({
    className,
    tls: '{ hosts: [shop.example.com], secretName: shop-tls }',
    annotations: ['cert-manager.io/cluster-issuer: letsencrypt', ...annotations],
  });
const finds = ['spec.ingressClassName'];

export const certManagerSolverClass = defineRule({
  id: 'cert-manager/solver-class',
  class: 'broken',
  severity: 'warning',
  on: ['Ingress'],
  among: besides(['cert-manager.io ClusterIssuer', 'cert-manager.io Issuer'], annotated('Ingress', 'cert-manager.io/')),
  summary: 'The controller that serves an Ingress also serves the challenge of its certificate.',
  why: "For an HTTP-01 challenge cert-manager makes an Ingress of the solver's class. Where the name of the host leads to another controller, the challenge gets 404 and the certificate is never made.",
  fix: 'Give the solver of the issuer the class of the Ingress (`http01.ingress.ingressClassName`), or the Ingress the annotation `acme.cert-manager.io/http01-ingress-ingressclassname`.',
  symptoms: ['certificate is not ready', 'challenge is pending', 'wrong status code 404', 'fake certificate'],
  references: ['https://cert-manager.io/docs/configuration/acme/http01/'],
  good: [
    { title: 'one class', manifests: issued('traefik') + acme(byHttp('ingressClassName: traefik')) },
    { title: 'no class', manifests: issued('traefik') + acme(byHttp('')) },
    { title: 'one of several', manifests: issued('traefik') + acme(byHttp('class: nginx'), byHttp('class: traefik')) },
    {
      title: 'by DNS too',
      manifests:
        issued('traefik') +
        acme(byHttp('class: nginx'), '{ dns01: { webhook: { groupName: example.com, solverName: dns } } }'),
    },
    {
      title: 'told by the Ingress',
      manifests:
        issued('traefik', ['acme.cert-manager.io/http01-ingress-class: traefik']) + acme(byHttp('class: nginx')),
    },
  ],
  bad: [
    { title: 'another class', manifests: issued('traefik') + acme(byHttp('ingressClassName: nginx')), finds },
    { title: 'by the older field', manifests: issued('traefik') + acme(byHttp('class: nginx')), finds },
  ],
  *check(ingress, { graph }) {
    const issuer = issuerOf(graph, ingress);
    const { className, field } = graph.ingressClasses.ownerOf(ingress);
    if (issuer === undefined || className === undefined || tellsSolver(ingress)) return;
    const solvers = itemsOf(valueAt(issuer.body, 'spec', 'acme', 'solvers'));
    const classes = solvers.map((solver) => {
      const by = valueAt(solver, 'http01', 'ingress');
      return textOf(valueAt(by, 'ingressClassName')) || textOf(valueAt(by, 'class'));
    });
    // Solvers by DNS, by a Gateway or without a class may serve it.
    if (classes.length === 0 || classes.some((name) => name === '' || name === className)) return;
    yield {
      field,
      message: `the Ingress is of class '${className}', and ${nameOf(issuer)} solves challenges by class ${quoteList([...new Set(classes)])}`,
      related: [{ object: issuer, field: 'spec.acme.solvers' }],
    };
  },
});

function issuerOf(graph: Graph, ingress: SetObject<Ingress>): SetObject | undefined {
  const cluster = annotationOf(ingress, 'cert-manager.io/cluster-issuer');
  if (cluster !== undefined) return graph.find('cert-manager.io ClusterIssuer', '', cluster);
  const own = annotationOf(ingress, 'cert-manager.io/issuer');
  return own === undefined ? undefined : graph.find('cert-manager.io Issuer', ingress.namespace, own);
}

function tellsSolver(ingress: SetObject<Ingress>): boolean {
  const keys = ['http01-edit-in-place', 'http01-ingress-class', 'http01-ingress-ingressclassname'];
  return keys.some((key) => annotationOf(ingress, `acme.cert-manager.io/${key}`) !== undefined);
}
