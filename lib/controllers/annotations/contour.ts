import { defineFamily, keysOf } from './family';

const prefix = 'projectcontour.io/';
const ingress = ['Ingress'] as const;

/** Contour: internal/annotation/annotations.go of 1.33. */
export const contourAnnotations = defineFamily({
  title: 'Contour',
  controllerStrings: ['projectcontour.io/ingress-controller', 'projectcontour.io/contour'],
  classNames: ['contour'],
  images: ['projectcontour/contour'],
  prefixes: [prefix],
  keys: new Map([
    ...keysOf(prefix, [
      ['text', ['Ingress', 'HTTPProxy'], 'ingress.class'],
      ['integer', ingress, 'num-retries'],
      ['go-duration', ingress, 'per-try-timeout'],
      ['text', ingress, 'response-timeout retry-on tls-cert-namespace websocket-routes'],
      [['1.2', '1.3'], ingress, 'tls-minimum-protocol-version tls-maximum-protocol-version'],
      [
        'integer',
        ['Service'],
        'max-connections max-pending-requests max-requests max-retries per-host-max-connections',
      ],
      ['text', ['Service'], 'upstream-protocol.h2 upstream-protocol.h2c upstream-protocol.tls'],
      ['text', ['Secret'], 'generated-by-version'],
    ]),
    ...keysOf('ingress.kubernetes.io/', [['boolean', ingress, 'force-ssl-redirect']]),
  ]),
});
