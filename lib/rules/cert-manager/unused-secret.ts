import { oncePerGraph } from '../../graph/once';
import { fieldsOf, itemsOf, textOf, valueAt } from '../../manifests/untyped';
import { custom } from '../custom-example';
import { ingress, web } from '../ingress-example';
import { defineRule } from '../rule';

const certificate = (secretName: string): string =>
  custom(
    'cert-manager.io/v1 Certificate',
    'shop',
    `{ secretName: ${secretName}, dnsNames: [shop.example.com], issuerRef: { name: ca } }`,
  );
const served = web + ingress({ tls: '{ hosts: [shop.example.com], secretName: shop-tls }' });

export const certManagerUnusedSecret = defineRule({
  id: 'cert-manager/unused-secret',
  class: 'broken',
  severity: 'note',
  on: ['cert-manager.io Certificate'],
  summary: 'The Secret that a Certificate keeps is used by something.',
  why: 'A certificate that nobody names is made, renewed and shown to nobody: mostly the Ingress or Gateway names another Secret.',
  fix: 'Name the Secret where TLS is ended, or take the Certificate away.',
  symptoms: ['fake certificate', 'TRAEFIK DEFAULT CERT', 'certificate is ready but not shown'],
  references: ['https://cert-manager.io/docs/usage/certificate/'],
  good: [
    { title: 'used', manifests: served + certificate('shop-tls') },
    { title: 'certificates alone', manifests: certificate('shop-tls') },
    {
      title: 'named by a flag',
      manifests:
        served.replace('image: ', 'args: ["--default-ssl-certificate=default/all-tls"], image: ') +
        certificate('all-tls'),
    },
  ],
  bad: [{ title: 'another name', manifests: served + certificate('shop-cert'), finds: ['spec.secretName'] }],
  *check({ body, namespace, labels }, { graph }) {
    const name = textOf(valueAt(body, 'spec', 'secretName'));
    // Where nothing of the namespace ends TLS or mounts Secrets, what does lies elsewhere.
    const here = routed(graph).has(namespace) || graph.pods.inNamespace(namespace).length > 0;
    // Operators find Secrets by labels too.
    if (name === '' || !here || Object.keys(labels).length > 0 || valueAt(body, 'spec', 'secretTemplate') !== undefined)
      return;
    if (namedTexts(graph).has(name)) return;
    yield {
      field: 'spec.secretName',
      message: `nothing in the set names the Secret '${name}' that the Certificate keeps`,
    };
  },
});

/** The namespaces that have routes. */
const routed = oncePerGraph((graph): ReadonlySet<string> => new Set(graph.routes.map(({ from }) => from.namespace)));

/** How deep manifests are looked through. */
const deepest = 24;

/** Every text of the set, whole and by its parts, but for those of Certificates. */
const namedTexts = oncePerGraph((graph): ReadonlySet<string> => {
  const texts = new Set<string>();
  for (const { key, body } of graph.objects) if (key !== 'cert-manager.io Certificate') collect(body, 0, texts);
  return texts;
});

function collect(value: unknown, depth: number, texts: Set<string>): void {
  if (depth > deepest) return;
  if (typeof value === 'string') {
    texts.add(value);
    // The parts of `--flag=namespace/name`, and of settings in a ConfigMap.
    if (/[/=:,\s]/.test(value)) for (const part of value.split(/[^\w.-]+/)) texts.add(part);
    return;
  }
  for (const item of itemsOf(value)) collect(item, depth + 1, texts);
  for (const field of fieldsOf(value)) collect(valueAt(value, field), depth + 1, texts);
}
