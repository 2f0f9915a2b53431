import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { ExposedApp, Exposure } from '../lib';
import { namespaceOf } from './namespace';

/** Names that lead to the pods themselves: `db-0.db-headless.headless.svc.cluster.local:5432`. */
export class HeadlessExample extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'headless' });
    namespaceOf(this, 'restricted');

    new ExposedApp(this, 'db', {
      image: 'postgres:17.2',
      ports: [{ name: 'postgres', number: 5432 }],
      runAsUser: 999,
      podSecurityContext: { fsGroup: 999 },
      env: { PGDATA: '/var/lib/postgresql/data/pgdata' },
      envFrom: [{ secret: 'db-credentials' }],
      writableDirectories: ['/run/postgresql', '/tmp'],
      mounts: { '/var/lib/postgresql/data': 'data' },
      stateful: { volumeClaims: { data: { size: '1Gi' } } },
      probes: { readiness: { tcp: { port: 'postgres' } } },
      exposures: [Exposure.headless()],
    });
  }
}
