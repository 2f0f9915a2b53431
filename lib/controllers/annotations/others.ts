import { defineFamily, keysOf } from './family';

const ingress = ['Ingress'] as const;

/** Makes whose classes are known and whose annotations are not listed here. */
export const otherMakes = [
  defineFamily({
    title: 'Kong',
    controllerStrings: ['ingress-controllers.konghq.com/kong'],
    classNames: ['kong'],
    images: ['kong/kubernetes-ingress-controller'],
    prefixes: ['konghq.com/'],
  }),
  defineFamily({
    title: 'Cilium',
    controllerStrings: ['cilium.io/ingress-controller'],
    classNames: ['cilium'],
    images: ['cilium/operator-generic'],
    prefixes: ['ingress.cilium.io/'],
  }),
  defineFamily({
    title: 'Istio',
    controllerStrings: ['istio.io/ingress-controller'],
    classNames: ['istio'],
    images: ['istio/pilot'],
    prefixes: [],
  }),
  defineFamily({
    title: 'Tailscale',
    controllerStrings: ['tailscale.com/ts-ingress'],
    classNames: ['tailscale'],
    images: ['tailscale/k8s-operator'],
    prefixes: ['tailscale.com/'],
  }),
  defineFamily({
    title: 'OpenShift',
    controllerStrings: ['openshift.io/ingress-to-route'],
    classNames: ['openshift-default'],
    images: [],
    prefixes: ['route.openshift.io/', 'haproxy.router.openshift.io/'],
  }),
] as const;

const certManager = 'cert-manager.io/';
const externalDns = 'external-dns.alpha.kubernetes.io/';

/** Programs beside the controllers that read the annotations of every Ingress. */
export const bystanders = [
  defineFamily({
    title: 'cert-manager',
    controllerStrings: [],
    classNames: [],
    images: [],
    prefixes: [certManager, 'acme.cert-manager.io/'],
    keys: new Map([
      ...keysOf(certManager, [
        ['go-duration', ingress, 'duration renew-before'],
        ['integer', ingress, 'revision-history-limit private-key-size renew-before-percentage'],
        [['RSA', 'ECDSA', 'Ed25519'], ingress, 'private-key-algorithm'],
        [['PKCS1', 'PKCS8'], ingress, 'private-key-encoding'],
        [['Never', 'Always'], ingress, 'private-key-rotation-policy'],
        ['boolean', ingress, 'issue-temporary-certificate'],
        ['json', ingress, 'secret-template'],
        [
          'text',
          ingress,
          `alt-names cluster-issuer common-name email-sans ip-sans issuer issuer-group issuer-kind issuer-name
          subject-countries subject-localities subject-organizationalunits subject-organizations subject-postalcodes
          subject-provinces subject-serialnumber subject-streetaddresses uri-sans usages private-key-secret-name
          certificate-name allow-direct-injection inject-ca-from inject-ca-from-secret inject-apiserver-ca literal-subject
          ignore-parent-refs`,
        ],
      ]),
      ...keysOf('acme.cert-manager.io/', [
        ['boolean', ingress, 'http01-edit-in-place'],
        ['text', ingress, 'http01-ingress-class http01-ingress-ingressclassname http01-solver'],
      ]),
    ]),
    gone: {
      'certmanager.k8s.io/cluster-issuer': `${certManager}cluster-issuer`,
      'certmanager.k8s.io/issuer': `${certManager}issuer`,
    },
  }),
  defineFamily({
    title: 'external-dns',
    controllerStrings: [],
    classNames: [],
    images: [],
    prefixes: [externalDns],
    keys: new Map(
      keysOf(externalDns, [
        [
          'text',
          ['Ingress', 'Service'],
          `access alias controller endpoints-type gateway-hostname-source hostname ingress ingress-hostname-source
          internal-hostname set-identifier target ttl`,
        ],
      ]),
    ),
    openKeys: ['aws-', 'cloudflare-', 'scw-', 'webhook-', 'coredns-', 'akamai-', 'google-'].map(
      (open) => externalDns + open,
    ),
  }),
] as const;
