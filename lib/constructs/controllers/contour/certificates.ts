import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { nameOf } from '../../workload/env';
import { containerSecurityContext, podSecurityContext } from '../../workload/security';
import { makeAccess } from '../parts/access';
import { fingerprint } from '../parts/fingerprint';
import type { Identity } from '../parts/identity';
import { withName } from '../parts/identity';
import type { ContourParts } from './parts';
import { images, nonRoot } from './parts';

/** The Secrets by which Contour and Envoy know each other; nobody else reads them, and no manifest holds them. */
export function secretNames({ name }: Identity): { readonly contour: string; readonly envoy: string } {
  return { contour: `contourcert-${name}`, envoy: `envoycert-${name}` };
}

/**
 * Makes the Secrets in the cluster: at once, and anew every month, since they hold for a year. Both programs read them again when they
 * change. https://projectcontour.io/docs/1.33/grpc-tls-howto/
 */
export function makeCertificates(scope: Construct, { identity, props }: ContourParts): void {
  const { name, namespace } = identity;
  const account = withName(identity, `${name}-certgen`);
  const secrets = Object.values(secretNames(identity));
  makeAccess(scope, account, {
    namespaces: [],
    namespaceRules: () => [],
    // A right to create cannot be bound to names.
    ownRules: () => [
      { apiGroups: [''], resources: ['secrets'], verbs: ['create'] },
      { apiGroups: [''], resources: ['secrets'], verbs: ['update'], resourceNames: secrets },
    ],
  });
  const metadata = { namespace, labels: { ...account.labels } };
  const pod = { metadata: { labels: metadata.labels }, spec: podOf(account, identity, props) };
  const job = { backoffLimit: 4, template: pod };
  new ApiObject(scope, 'Job', {
    apiVersion: 'batch/v1',
    kind: 'Job',
    // What a Job runs cannot be changed: another image or setting is another Job.
    metadata: { ...metadata, name: `${account.name}-${fingerprint(job)}` },
    spec: job,
  });
  new ApiObject(scope, 'CronJob', {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: { ...metadata, name: account.name },
    spec: {
      schedule: '17 3 1 * *',
      concurrencyPolicy: 'Forbid',
      successfulJobsHistoryLimit: 1,
      failedJobsHistoryLimit: 1,
      jobTemplate: { spec: job },
    },
  });
}

function podOf(account: Identity, { name, namespace }: Identity, props: ContourParts['props']): object {
  const { nodeSelector, tolerations, imagePullSecrets } = props;
  return {
    restartPolicy: 'Never',
    serviceAccountName: account.name,
    automountServiceAccountToken: true,
    nodeSelector: { 'kubernetes.io/os': 'linux', ...nodeSelector },
    tolerations,
    imagePullSecrets: imagePullSecrets?.map((secret) => ({ name: nameOf(secret) })),
    securityContext: podSecurityContext(false, undefined),
    containers: [
      {
        name: 'certgen',
        image: props.image ?? images.contour,
        command: ['contour'],
        args: [
          'certgen',
          '--kube',
          '--incluster',
          '--overwrite',
          '--secrets-format=compact',
          `--secrets-name-suffix=-${name}`,
          `--namespace=${namespace}`,
        ],
        resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '128Mi' } },
        securityContext: containerSecurityContext({ runAsUser: nonRoot, runAsGroup: nonRoot }),
      },
    ],
  };
}
