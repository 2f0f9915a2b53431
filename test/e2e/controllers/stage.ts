import type { Chart } from 'cdk8s';
import { ApiObject } from 'cdk8s';
import type { AppPort, IngressController, IngressOptions, IngressProps, ServiceExposure } from '../../../lib';
import { Env, ExposedApp, Exposure } from '../../../lib';
import type { Controller } from '../../../lib/controllers/controller';
import type { Certificate } from '../certificate';

export type PodPort = 'http' | 'h2c' | 'https' | 'tcp' | 'udp';

/** The ports of pod-program.ts. */
export const podPorts: readonly AppPort<PodPort>[] = [
  { name: 'http', number: 8080 },
  { name: 'h2c', number: 8081 },
  { name: 'https', number: 8443 },
  { name: 'tcp', number: 9000 },
  { name: 'udp', number: 9053, protocol: 'UDP' },
];

/** What the pods are made of. */
export interface StageProps {
  readonly controller: IngressController;
  readonly image: string;
  readonly program: string;
  /** Of the pods themselves, for `podName`. */
  readonly certificate: Certificate;
  /** Where the controller listens for TCP and UDP. */
  readonly ports: { readonly tcp: number; readonly udp: number };
  /** The key under which the controller reads lines of htpasswd. */
  readonly usersKey: string;
}

/** The name in the certificate of the pods. */
export const podName = 'pods.e2e.example';

/** Where checks put their applications: all of them lead to the same pods, each by a Service of its own. */
export class Stage {
  readonly facts: Controller;
  readonly props: StageProps;
  /** Where the applications are. */
  readonly namespace: string;
  private readonly chart: Chart;

  constructor(chart: Chart, props: StageProps) {
    this.chart = chart;
    this.namespace = chart.namespace ?? 'default';
    this.props = props;
    this.facts = props.controller.facts;
  }

  /** The pods: two of `main` and one of `other`. */
  deploy(): void {
    const { image, program, certificate } = this.props;
    for (const [name, replicas] of [
      ['main', 2],
      ['other', 1],
    ] as const) {
      new ExposedApp(this.chart, name, {
        image,
        replicas,
        command: ['node', '-e', program],
        ports: podPorts,
        runAsUser: 1000,
        env: {
          POD_NAME: Env.field('metadata.name'),
          SAY: name,
          CERTIFICATE: certificate.certificate,
          KEY: certificate.key,
        },
        probes: { readiness: { http: { port: 'http' } } },
        terminationGracePeriodSeconds: 10,
        exposures: [Exposure.clusterIp()],
      });
    }
  }

  /** `web` as `web.e2e.example`. */
  host(name: string): string {
    return `${name}.e2e.example`;
  }

  /** A host of the check's own, with everything below it unless a path is named. */
  ingress(name: string, options: IngressOptions, more: Partial<IngressProps<PodPort>> = {}): void {
    const rule = more.rules === undefined ? { host: this.host(name), port: 'http' as const } : {};
    const props = { controller: this.props.controller, options, ...rule, ...more };
    // The union of a short and a long form of rules is not seen through the spread.
    this.expose(name, Exposure.ingress(props as IngressProps<PodPort>));
  }

  /** Ways in to the pods of `main`, or of `other`. */
  expose(name: string, exposure: ServiceExposure<PodPort>, pods: 'main' | 'other' = 'main'): void {
    new ExposedApp(this.chart, name, {
      selector: { 'app.kubernetes.io/name': pods },
      ports: podPorts,
      exposures: [exposure],
    });
  }

  /** A way in to a host that the cluster knows by name alone. */
  outside(name: string, host: string): void {
    const { controller } = this.props;
    new ExposedApp(this.chart, name, {
      ports: [{ name: 'http', number: 8080 }],
      exposures: [
        Exposure.externalName({ host }),
        Exposure.ingress({ controller, host: this.host(name), port: 'http' }),
      ],
    });
  }

  /** An object that applications would have of their own, such as a Secret. */
  object(kind: string, name: string, fields: Readonly<Record<string, unknown>>): void {
    new ApiObject(this.chart, `${kind} ${name}`, { apiVersion: 'v1', kind, metadata: { name }, ...fields });
  }
}
