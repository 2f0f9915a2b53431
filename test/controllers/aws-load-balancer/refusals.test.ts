import { controllers } from '../../../lib/controllers';
import { awsLoadBalancerWith } from '../../../lib/controllers/aws-load-balancer';
import type { Route } from '../../../lib/controllers/dialect';
import type { IngressOptions } from '../../../lib/controllers/ingress-options';
import { at, host, resource, withTls, writing } from '../writing';

const canary = { service: 'web-next', port: 8081 };

describe('refused with the way out', () => {
  const write = writing(controllers['aws-load-balancer']);
  const several = { rules: [{ host, paths: [at('/a'), at('/b')] }] };
  const long = { name: 'a'.repeat(60) };
  const table: [IngressOptions, RegExp, Partial<Route>?][] = [
    [{ stickySession: { cookie: 'shop' } }, /AWSALB; leave the name out/],
    [{ stickySession: { maxAgeSeconds: 604_801 } }, /at most 604800/],
    [{ sourceIpAffinity: true }, /use stickySession/],
    [{ tlsPassthrough: true }, /Exposure\.loadBalancer/],
    [{ stripPrefix: true }, /one exposure for each path/, several],
    [{ rewritePath: '/x' }, /give a host/, { rules: [], defaultBackend: at('/').backend }],
    [{ redirect: { to: 'https://a.example.com', status: 308 } }, /301 or 302/],
    [{ redirect: { to: 'https://a.example.com/#b' } }, /fragment/],
    [{ redirect: { to: 'https://a.example.com' } }, /shorter name/, long],
    [{ forceHttps: true }, /give tls/],
    [{ hsts: { maxAgeSeconds: 1 } }, /give tls/],
    [{ backendProtocol: 'GRPC' }, /give tls/],
    [{ maxBodySize: '1Mi' }, /limit them in the application/],
    [{ timeouts: { connectSeconds: 1 } }, /leave it out/],
    [{ timeouts: { readSeconds: 1, sendSeconds: 2 } }, /the same value/],
    [{ timeouts: { readSeconds: 4001 } }, /at most 4000/],
    [{ backendProtocol: 'HTTPS', backendTls: { caSecretName: 'ca', serverName: 'a' } }, /no certificates of pods/],
    [{ denySources: ['10.0.0.0/8'] }, /wafv2-acl-arn/],
    [{ rateLimit: { requests: 1 } }, /wafv2-acl-arn/],
    [{ connectionLimit: 1 }, /in the application/],
    [{ basicAuth: { secretName: 'users' } }, /auth-type/],
    [{ externalAuth: { url: 'http://auth' } }, /auth-type/],
    [{ cors: { allowOrigins: ['*'] } }, /preflights/],
    [{ canary: { ...canary, header: { name: 'X-A', value: 'a*' } } }, /wildcards/],
    [{ canary: { ...canary, cookie: 'a' } }, /default backend/, { defaultBackend: at('/').backend }],
    [{ canary: { ...canary, weight: 1 }, redirect: { to: 'https://a.example.com' } }, /leave one of them out/],
    [{ headers: { setRequest: { A: 'b' } } }, /let the application/],
    [{ compression: true }, /let the application/],
    [{ externalNameBackend: true }, /controller of the cluster/],
    [{}, /leads to Services only/, { defaultBackend: resource }],
    [{}, /wildcards: escape it/, { rules: [{ host, paths: [at('/a*')] }] }],
  ];
  test.each(table)('%j', (options, problem, route = {}) => {
    const { problems, objects } = write(options, route);
    expect(problems).toMatch(problem);
    expect(objects).toEqual([]);
  });

  test.each(['TCP', 'UDP'] as const)('a route by %s', (protocol) => {
    const service = { name: 'db', port: 5432 };
    const route = { name: 'db', namespace: 'shop', className: 'alb', listenPort: 5432, protocol, service };
    expect(controllers['aws-load-balancer'].writePort(route).problems.join()).toMatch(/use Exposure\.loadBalancer/);
  });
});

describe('how it is set up', () => {
  const instances = writing(awsLoadBalancerWith({ targetType: 'instance' }), 'alb.ingress.kubernetes.io/');

  test('targets of type instance need a port of the nodes', () => {
    expect(instances({}).problems).toMatch(/Exposure\.nodePort with the application's name/);
    for (const type of ['NodePort', 'LoadBalancer'] as const) {
      const read = instances({}, { rules: [{ host, paths: [at('/', 'Prefix', { type })] }] });
      expect([read.problems, read.annotations]).toEqual(['', { 'target-type': 'instance' }]);
    }
  });

  test('and have no sessions', () => {
    const rules = [{ host, paths: [at('/', 'Prefix', { type: 'NodePort' })] }];
    expect(instances({ stickySession: {} }, { rules }).problems).toMatch(/take targetType ip/);
  });

  test('its scheme and certificates', () => {
    const arn = 'arn:aws:acm:eu-west-1:1:certificate/2';
    const read = writing(
      awsLoadBalancerWith({ internal: false, certificateArns: [arn] }),
      'alb.ingress.kubernetes.io/',
    )({}, withTls);
    expect(read.annotations).toEqual({
      'target-type': 'ip',
      scheme: 'internet-facing',
      'listen-ports': '[{"HTTP":80},{"HTTPS":443}]',
      'certificate-arn': arn,
    });
    expect(read.needs).toEqual([]);
    expect(writing(awsLoadBalancerWith({ internal: true }))({}).annotations).toMatchObject({
      'alb.ingress.kubernetes.io/scheme': 'internal',
    });
  });
});
