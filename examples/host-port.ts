import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { ExposedApp, Exposure } from '../lib';
import { influxdb, nginx } from './applications';
import { namespaceOf } from './namespace';

/** Single ports of the node that the pod runs on: `http://<node>:8088`, `http://<node>:8086/ping`. */
export class HostPortExample extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'host-port' });
    namespaceOf(this, 'privileged');

    new ExposedApp(this, 'nginx-hostport', {
      ...nginx,
      exposures: [Exposure.hostPort({ ports: [{ port: 'http', hostPort: 8088 }] })],
    });

    new ExposedApp(this, 'influxdb', { ...influxdb, exposures: [Exposure.hostPort()] });
  }
}
