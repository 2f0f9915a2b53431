import type { Chart } from 'cdk8s';
import type { ControllerName, IngressOptions, ServiceExposure } from '../../../lib';
import { ExposedApp, Exposure, IngressController } from '../../../lib';
import type { InstalledController, TargetProps } from '../../../lib';
import { problemOf, synthesize } from '../synthesize';

type Port = 'http';
const host = 'web.example.com';

const app =
  (...exposures: ServiceExposure<Port>[]) =>
  (chart: Chart) =>
    new ExposedApp(chart, 'web', {
      image: 'registry.example.com/web:1.0.0',
      ports: [{ name: 'http', number: 8080 }],
      exposures,
    });
const written = (...exposures: ServiceExposure<Port>[]) => synthesize(app(...exposures));
const behind = (controller: InstalledController | ControllerName, options: IngressOptions = {}, more: object = {}) =>
  Exposure.ingress({ controller, host, options, ...more });
const tls = { tls: { secretName: 'web-tls' } };

describe('the AWS Load Balancer Controller', () => {
  test('leads to the pods of a Service of any type', () => {
    const { 'Ingress web': ingress, 'Service web': service } = written(behind(IngressController.awsLoadBalancer()));
    expect(ingress!.spec.ingressClassName).toBe('alb');
    expect(ingress!.metadata.annotations).toEqual({ 'alb.ingress.kubernetes.io/target-type': 'ip' });
    expect(service!.spec.type).toBe('ClusterIP');
  });

  test('leads to ports of the nodes where the Service has them', () => {
    const controller = IngressController.awsLoadBalancer({ targetType: 'instance', className: 'edge' });
    expect(problemOf(app(behind(controller)))).toMatch(/Ingress 'web': .*add Exposure\.nodePort/);
    const objects = written(behind(controller), Exposure.nodePort({ name: 'web' }));
    expect(objects['Ingress web']!.spec.ingressClassName).toBe('edge');
    expect(objects['Service web']!.spec.type).toBe('NodePort');
  });

  test('has certificates of AWS, which somebody has to see to', () => {
    expect(problemOf(app(behind(IngressController.awsLoadBalancer(), {}, tls)))).toMatch(
      /it needs certificates for the hosts in AWS Certificate Manager.*add 'acm-certificates' to the `settings`/,
    );
    const settings = ['acm-certificates'];
    expect(written(behind(IngressController.awsLoadBalancer({ settings }), {}, tls))).toHaveProperty('Ingress web');
    const certificateArns = ['arn:aws:acm:eu-west-1:1:certificate/2'] as [string];
    expect(written(behind(IngressController.awsLoadBalancer({ certificateArns }), {}, tls))).toHaveProperty(
      'Ingress web',
    );
  });
});

describe('GKE', () => {
  const classOf = (objects: ReturnType<typeof written>) => {
    const { metadata, spec } = objects['Ingress web']!;
    return [metadata.annotations!['kubernetes.io/ingress.class'], spec.ingressClassName as unknown];
  };

  test('knows its classes by an annotation', () => {
    expect(classOf(written(behind(IngressController.gke())))).toEqual(['gce', undefined]);
    expect(classOf(written(behind(IngressController.gke({ internal: true }))))).toEqual(['gce-internal', undefined]);
    expect(classOf(written(behind('gke', {}, { className: 'gce-internal' })))).toEqual(['gce-internal', undefined]);
  });

  test('is found by the name of a class that the target has', () => {
    const target: TargetProps = { ingressClasses: ['gce', 'gce-internal'] };
    const program = app(Exposure.ingress({ className: 'gce-internal', host, options: { sourceIpAffinity: true } }));
    const objects = synthesize(program, target);
    expect(classOf(objects)).toEqual(['gce-internal', undefined]);
    expect(objects['BackendConfig web']!.spec).toEqual({ sessionAffinity: { affinityType: 'CLIENT_IP' } });
  });

  test('but a class with a controller of its own is not GKE', () => {
    const ingressClasses = [{ name: 'gce', controller: 'traefik.io/ingress-controller' }];
    const program = app(Exposure.ingress({ className: 'gce', host, options: { compression: true } }));
    expect(synthesize(program, { ingressClasses })).toHaveProperty('Middleware web-compress');
  });

  test('tells the Service what it leads to, once for all Ingresses', () => {
    const options: IngressOptions = { timeouts: { readSeconds: 60 } };
    const gke = IngressController.gke();
    const other = Exposure.ingress({ controller: gke, name: 'web-2', host: 'b.example.com', options });
    const objects = written(behind(gke, options), other);
    expect(objects['Service web']!.metadata.annotations).toEqual({
      'cloud.google.com/neg': '{"ingress":true}',
      'cloud.google.com/backend-config': '{"default":"web"}',
    });
    expect(Object.keys(objects).filter((name) => name.startsWith('BackendConfig'))).toEqual(['BackendConfig web']);
  });

  test('and refuses to tell it two things', () => {
    const gke = IngressController.gke();
    const other = Exposure.ingress({
      controller: gke,
      name: 'web-2',
      host: 'b.example.com',
      options: { sourceIpAffinity: true },
    });
    expect(problemOf(app(behind(gke, { timeouts: { readSeconds: 60 } }), other))).toMatch(
      /different things of BackendConfig 'web', which there is one of/,
    );
  });

  test('has no IngressClass', () => {
    expect(
      problemOf((chart) => {
        IngressController.gke().makeIngressClass(chart);
      }),
    ).toMatch(/Make none/);
  });
});

describe('the Application Gateway Ingress Controller', () => {
  test('leads by its class', () => {
    const { 'Ingress web': ingress } = written(behind(IngressController.azureApplicationGateway({ internal: true })));
    expect(ingress!.spec.ingressClassName).toBe('azure-application-gateway');
    expect(ingress!.metadata.annotations).toEqual({ 'appgw.ingress.kubernetes.io/use-private-ip': 'true' });
  });
});

describe('Istio', () => {
  test('takes an Ingress, and its own kinds where that is not enough', () => {
    const istio = IngressController.istio({ settings: ['gateway-secrets'] });
    expect(Object.keys(written(behind(istio, {}, tls)))).toContain('Ingress web');
    const names = Object.keys(written(behind(istio, { forceHttps: true, stickySession: {} }, tls)));
    expect(names).toEqual(expect.arrayContaining(['DestinationRule web', 'Gateway web', 'VirtualService web']));
    expect(names).not.toContain('Ingress web');
  });

  test('has Secrets in the namespace of the gateway, which somebody has to see to', () => {
    expect(problemOf(app(behind(IngressController.istio(), {}, tls)))).toMatch(/add 'gateway-secrets'/);
  });

  test('has policies in the namespace of the gateway', () => {
    const istio = IngressController.istio({ gatewayNamespace: 'istio-ingress', gatewayHttpPorts: [80, 443] });
    const objects = written(behind(istio, { allowSources: ['10.0.0.0/8'] }));
    expect(objects['AuthorizationPolicy prod-web-allowsources']!.metadata.namespace).toBe('istio-ingress');
    expect(objects['Ingress web']!.metadata.namespace).toBe('prod');
  });

  test('gets its IngressClass where it is asked for', () => {
    const objects = synthesize((chart) => {
      IngressController.istio().makeIngressClass(chart, { default: true });
    });
    expect(objects['IngressClass istio']).toMatchObject({
      metadata: { name: 'istio', annotations: { 'ingressclass.kubernetes.io/is-default-class': 'true' } },
      spec: { controller: 'istio.io/ingress-controller' },
    });
    expect(objects['IngressClass istio']!.metadata.namespace).toBeUndefined();
  });
});

describe('a controller that others installed', () => {
  const custom = (more: object = {}) => IngressController.custom({ dialect: 'traefik', className: 'edge', ...more });

  test('is spoken to in the dialect of its make, by its class', () => {
    const { 'Ingress web': ingress } = written(behind(custom({ settings: ['strict-prefix'] }), {}, { path: '/api' }));
    expect(ingress!.spec.ingressClassName).toBe('edge');
  });

  test('must have the settings that a route needs', () => {
    expect(problemOf(app(behind(custom(), { compression: true })))).toMatch(
      /Ingress 'web': it needs Traefik's CRDs, .*nothing here installs Traefik.*add 'crd-provider' to the `settings`/,
    );
    expect(written(behind(custom({ settings: ['crd-provider'] }), { compression: true }))).toHaveProperty(
      'Middleware web-compress',
    );
  });

  test('leads ports only where it listens', () => {
    const route = (more: object) =>
      Exposure.tcpRoute({ controller: custom({ settings: ['crd-provider'], ...more }), listenPort: 5432 });
    expect(problemOf(app(route({})))).toMatch(/add 'listen-tcp-5432'/);
    expect(problemOf(app(route({ udpPorts: [5432] })))).toMatch(/add 'listen-tcp-5432'/);
    expect(written(route({ tcpPorts: [5432] }))['IngressRouteTCP web-tcp-5432']!.spec.ingressClassName).toBe('edge');
  });

  test('gets an IngressClass with its own controller string', () => {
    const classOf = (more: object) =>
      synthesize((chart) => {
        custom(more).makeIngressClass(chart);
      })['IngressClass edge'];
    expect(classOf({ controllerString: 'example.com/edge' })!.spec).toEqual({ controller: 'example.com/edge' });
    expect(classOf({})!.spec).toEqual({ controller: 'traefik.io/ingress-controller' });
  });
});

describe('a class of the target leads to the same dialect as the controller itself', () => {
  const strings: [string, string, ControllerName][] = [
    ['alb', 'ingress.k8s.aws/alb', 'aws-load-balancer'],
    ['agic', 'azure/application-gateway', 'azure-application-gateway'],
    ['mesh', 'istio.io/ingress-controller', 'istio'],
  ];
  test.each(strings)('%s of %s', (className, controller, name) => {
    const options: IngressOptions = { timeouts: { readSeconds: 60 } };
    const target = { ingressClasses: [{ name: className, controller }] };
    const byClass = synthesize(app(Exposure.ingress({ className, host, options })), target);
    const byName = synthesize(app(Exposure.ingress({ className, controller: name, host, options })), target);
    expect(byClass).toEqual(byName);
  });
});
