import { Chart, Lazy, Testing } from 'cdk8s';
import { ConstructError, ExposedApp, Exposure, IngressController, Target } from '../../lib';

const ports = [{ name: 'http', number: 8080 }];
const app = { image: 'web:1', ports };
/** As a program in JavaScript makes it, whose props no compiler looks at. */
const make = (props: unknown) => new ExposedApp(new Chart(Testing.app(), 'shop'), 'web', props as never);
const exposing = (...exposures: unknown[]) => ({ ...app, exposures });
const ingress = (props: object) => exposing({ mode: 'ingress', host: 'a.example.com', ...props });

test.each<[unknown, string]>([
  [undefined, 'shop/web: ExposedApp takes props, and was given none.'],
  ['web:1', "shop/web: ExposedApp is the text 'web:1': an object is needed, with any of 'image', "],
  [{ ...app, replica: 3 }, "shop/web: replica is not known here. Did you mean 'replicas'?"],
  [{ ...app, xyzzy: 3 }, "shop/web: xyzzy is not known here. There are 'image', "],
  [{ ...app, replicas: '3' }, "shop/web: replicas is the text '3': a number is needed, 3."],
  [{ ...app, image: null }, 'shop/web: image is null: a text is needed.'],
  [{ ...app, env: { N: undefined } }, 'shop/web: env.N is undefined: give a text or what Env makes, or leave it out.'],
  [{ ...app, env: { N: 5 } }, "shop/web: env.N is the number 5: a text is needed, '5'."],
  [{ ...app, env: ['N=5'] }, 'shop/web: env is a list: an object is needed, values by their names.'],
  [
    { ...app, ports: [{ name: 'http', number: '80' }] },
    "shop/web: ports[0].number is the text '80': a number is needed",
  ],
  [
    { ...app, resources: { limits: { cpu: 1 } } },
    "shop/web: resources.limits.cpu is the number 1: a text is needed, '1'.",
  ],
  [
    { ...app, probes: { ready: {} } },
    "shop/web: probes.ready is not known here. There are 'liveness', 'readiness' and",
  ],
  [{ ...app, selector: { app: 'x' } }, "shop/web: image does not go together with 'selector': keep one."],
  [{ ...app, perNode: true, replicas: 2 }, "shop/web: replicas does not go together with 'perNode': keep one."],
  [exposing(Exposure.clusterIp), 'shop/web: exposures[0] is a function: call it, as Exposure.clusterIp() does.'],
  [
    exposing('clusterIp'),
    "shop/web: exposures[0] is the text 'clusterIp': a way in is needed, made by one of Exposure: ",
  ],
  [exposing({ mode: 'clusterIP' }), "shop/web: exposures[0].mode is the text 'clusterIP': did you mean 'clusterIp'?"],
  [{ ...app, exposures: Exposure.clusterIp() }, 'shop/web: exposures is an object: a list is needed, [...].'],
  [
    exposing({ mode: 'nodePort', ports: [{ port: 'http', nodePort: '30080' }] }),
    "shop/web: exposures[0].ports[0].nodePort is the text '30080': a number is needed, 30080.",
  ],
  [
    ingress({ controller: 'trafik' }),
    "shop/web: exposures[0].controller is the text 'trafik': did you mean 'traefik'?",
  ],
  [
    ingress({ controller: 'traefik', options: { stripPrefx: true } }),
    "shop/web: exposures[0].options.stripPrefx is not known here. Did you mean 'stripPrefix'?",
  ],
  [
    ingress({ controller: 'traefik', options: { rateLimit: 50 } }),
    "shop/web: exposures[0].options.rateLimit is the number 50: an object is needed, with any of 'requests', 'per' and",
  ],
  [
    ingress({ controller: 'traefik', options: { stripPrefix: false } }),
    'shop/web: exposures[0].options.stripPrefix is false: allowed is true.',
  ],
  [
    ingress({ tls: [{ issuer: 'a', clusterIssuer: 'b' }] }),
    "shop/web: exposures[0].tls[0].issuer does not go together with 'clusterIssuer': keep one.",
  ],
  [{ ...app, ports: [{ number: 80 }] }, 'shop/web: ports[0].name is missing.'],
  [{ containers: [{ name: 'a' }] }, 'shop/web: containers[0].image is missing.'],
  [exposing({ mode: 'tcpRoute', controller: 'traefik' }), 'shop/web: exposures[0].listenPort is missing.'],
  [{ exposures: [{ mode: 'externalName' }] }, 'shop/web: exposures[0].host is missing.'],
  [
    ingress({ controller: 'traefik', options: { rateLimit: {} } }),
    'shop/web: exposures[0].options.rateLimit.requests is missing.',
  ],
  [exposing({ mode: 'ingress' }), "shop/web: Ingress 'web' leads nowhere. Give Exposure.ingress a host, rules, or"],
  [
    { exposures: [{ mode: 'ingress', host: 'a.example.com' }] },
    'shop/web: Exposure.ingress has nothing to lead to. Give an `image`, ',
  ],
])('%j is refused with its place and what is meant', (props, told) => {
  expect(() => make(props)).toThrow(ConstructError);
  expect(() => make(props)).toThrow(told);
});

test('a controller that is installed refuses what it does not know', () => {
  const chart = new Chart(Testing.app(), 'edge');
  const props = { exposures: [Exposure.loadBalancer()], logLevl: 'INFO' };
  expect(() => IngressController.traefik(chart, 'traefik', props as never)).toThrow(
    "edge/traefik: logLevl is not known here. Did you mean 'logLevel'?",
  );
});

test.each<[object, string]>([
  [{ provider: 'aws' }, "Target: provider is the text 'aws': give what Provider makes, such as Provider.aws()"],
  [{ kubernets: '1.36' }, "Target: kubernets is not known here. Did you mean 'kubernetes'?"],
  [{ kubernetes: 1.36 }, "Target: kubernetes is the number 1.36: a text is needed, '1.36'"],
  [{ ingressClasses: [{ nme: 'x' }] }, "Target: ingressClasses[0].nme is not known here. Did you mean 'name'?"],
])('a Target of %j is refused', (props, told) => {
  expect(() => new Target(props)).toThrow(told);
});

test('what is undefined is left out, and what is made later is not looked at', () => {
  const made = make({ ...app, replica: undefined, args: Lazy.any({ produce: () => ['--late'] }), labels: undefined });
  expect(Testing.synth(Chart.of(made))[0]).toMatchObject({
    spec: { replicas: 2, template: { spec: { containers: [{ args: ['--late'] }] } } },
  });
});
