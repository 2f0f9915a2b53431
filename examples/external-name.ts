import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { ExposedApp, Exposure } from '../lib';
import { web } from './applications';
import { namespaceOf } from './namespace';

/**
 * A name inside the cluster for a host outside of it. It leads from inside out: the article lists it under ways in, and it is none.
 */
export class ExternalNameExample extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'external-name' });
    namespaceOf(this, 'restricted');

    const database = new ExposedApp(this, 'my-service', {
      ports: [{ name: 'postgres', number: 5432 }],
      exposures: [Exposure.externalName({ host: 'my.database.example.com' })],
    });

    new ExposedApp(this, 'client', {
      ...web,
      ports: [{ name: 'http', number: 8080 }],
      env: { DATABASE_ADDRESS: database.address('postgres') },
      exposures: [Exposure.clusterIp()],
    });
  }
}
