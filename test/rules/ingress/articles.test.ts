import { check } from '../../../lib';
import { parseManifests } from '../../../lib/manifests/parse-manifests';

const oldIngress = `
apiVersion: extensions/v1beta1
kind: Ingress
metadata: { name: my-ingress }
spec:
  backend: { serviceName: other, servicePort: 8080 }
  rules:
  - host: foo.mydomain.com
    http: { paths: [{ backend: { serviceName: foo, servicePort: 8080 } }] }
  - host: mydomain.com
    http: { paths: [{ path: /bar/*, backend: { serviceName: bar, servicePort: 8080 } }] }
`;

const pathless = `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: influxdb }
spec:
  rules: [{ host: influxdb.kube.example.com, http: { paths: [{ backend: { service: { name: influxdb, port: { number: 8086 } } } }] } }]
`;

const star = `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: my-ingress }
spec:
  rules: [{ host: mydomain.com, http: { paths: [{ path: /bar/*, pathType: Prefix, backend: { service: { name: bar, port: { number: 8080 } } } }] } }]
`;

const everyHost = `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: ingress-nginx }
spec:
  tls: [{ secretName: tls-secret }]
  rules: [{ http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: http-svc, port: { number: 80 } } } }] } }]
`;

const controller = `
apiVersion: v1
kind: Service
metadata: { name: nginx-ingress-load-balancer, labels: { app: nginx-ingress-lb } }
spec:
  type: LoadBalancer
  loadBalancerIP: 78.11.24.19
  externalTrafficPolicy: Local
  selector: { k8s-app: nginx-ingress-controller }
  ports: [{ name: http, port: 80 }, { name: https, port: 443 }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: nginx-ingress-controller, labels: { k8s-app: nginx-ingress-controller } }
spec:
  replicas: 1
  selector: { matchLabels: { k8s-app: nginx-ingress-controller } }
  template:
    metadata: { labels: { k8s-app: nginx-ingress-controller } }
    spec:
      securityContext: { runAsNonRoot: false }
      containers:
      - name: nginx-ingress-controller
        image: quay.io/kubernetes-ingress-controller/nginx-ingress-controller:0.14.0
        ports: [{ containerPort: 80, hostPort: 80 }, { containerPort: 443, hostPort: 443 }]
        args:
        - /nginx-ingress-controller
        - --default-backend-service=$(POD_NAMESPACE)/default-http-backend
        - --publish-service=$(POD_NAMESPACE)/nginx-ingress-lb
`;

/** Ingresses and controllers as old articles print them, and what is wrong with each today. */
const printed: Readonly<Record<string, readonly [string, readonly string[]]>> = {
  'an Ingress of extensions/v1beta1': [oldIngress, ['refused apiVersion']],
  'a path without its type': [pathless, ['refused spec.rules[0].http.paths[0].pathType']],
  'a star under Prefix': [star, ['broken spec.rules[0].http.paths[0].path', 'broken spec']],
  'TLS without hosts, a rule without a host': [
    everyHost,
    ['broken spec.tls[0].hosts', 'risky spec.rules[0]', 'broken spec'],
  ],
  'a controller without what it needs': [
    controller,
    [
      'risky spec.template.spec.containers[0].image',
      'broken spec.template.spec.containers[0].args[1]',
      'broken spec.template.spec.containers[0].args[2]',
      'broken spec.template.spec',
      'broken spec.template.spec.containers[0]',
      'risky spec.replicas',
      'risky spec.loadBalancerIP',
    ],
  ],
};

test.each(Object.entries(printed))('%s', (_, [manifests, expected]) => {
  const { findings } = check(parseManifests(manifests), { policy: { preset: 'strict' } });
  const lines = findings.map((finding) => `${finding.class} ${finding.field}`);
  expect(lines).toEqual(expect.arrayContaining([...expected]));
});
