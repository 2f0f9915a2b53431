import { deployment, service } from '../example-manifests';
import type { Rule } from '../rule';

export const good: Rule['good'] = [
  { title: 'by number', manifests: service('app: web') + deployment('web', 'app: web') },
  {
    title: 'by name, with another number in each pod',
    manifests:
      service('app: web', { port: 'port: 80, targetPort: http' }) +
      deployment('old', 'app: web, version: v1', { ports: 'name: http, containerPort: 8080' }) +
      deployment('new', 'app: web, version: v2', { ports: 'name: http, containerPort: 9090' }),
  },
  {
    title: 'left out, and the port of the Service itself',
    manifests: service('app: web', { port: 'port: 8080' }) + deployment('web', 'app: web'),
  },
  {
    title: 'containers that declare no ports',
    manifests: service('app: web') + deployment('web', 'app: web', { ports: '' }),
  },
  {
    title: 'a port that the arguments name',
    manifests:
      service('app: web', { port: 'port: 80, targetPort: 9000' }) +
      deployment('web', 'app: web', { container: 'args: ["--listen=:9000"]' }),
  },
  {
    title: 'headless, where pods are reached at their own ports',
    manifests: service('app: web', { port: 'port: 80', spec: 'clusterIP: None' }) + deployment('web', 'app: web'),
  },
  {
    title: 'an init container that stays has the port',
    manifests:
      service('app: web', { port: 'port: 80, targetPort: proxy' }) +
      deployment('web', 'app: web', {
        pod: 'initContainers: [{ name: proxy, image: "registry.example.com/proxy:1.0", restartPolicy: Always, ports: [{ name: proxy, containerPort: 9000 }] }]',
      }),
  },
];

export const bad: Rule['bad'] = [
  {
    title: 'a name that no container has',
    manifests:
      service('app: web', { port: 'port: 80, targetPort: http' }) +
      deployment('web', 'app: web', { ports: 'name: web, containerPort: 8080' }),
    finds: ['spec.ports[0].targetPort'],
    weighs: 'error',
  },
  {
    title: 'a number that no container declares, past the one that is',
    manifests: service('app: web', { port: 'port: 80, targetPort: 8081' }) + deployment('web', 'app: web'),
    finds: ['spec.ports[0].targetPort'],
    weighs: 'error',
  },
  {
    title: 'a number beside those that are declared, where the program may listen all the same',
    manifests:
      service('app: web', { port: 'name: http, port: 8080 }, { name: grpc, port: 9090' }) +
      deployment('web', 'app: web', { ports: 'containerPort: 8080 }, { containerPort: 8081' }),
    finds: ['spec.ports[1].port'],
    weighs: 'warning',
  },
  {
    title: 'a number of a second Service, where another one leads to what is declared',
    manifests:
      service('app: web') +
      service('app: web', { name: 'web-admin', port: 'port: 9090' }) +
      deployment('web', 'app: web'),
    finds: ['spec.ports[0].port'],
    weighs: 'warning',
  },
  {
    title: 'a number that no container declares, and that the image does not listen on',
    manifests: service('app: web') + deployment('web', 'app: web', { image: 'nginx:1.29', ports: 'containerPort: 80' }),
    finds: ['spec.ports[0].targetPort'],
    weighs: 'error',
  },
  {
    title: 'UDP to a number that was declared without a protocol',
    manifests:
      service('app: dns', { port: 'port: 53, targetPort: 8080, protocol: UDP' }) + deployment('dns', 'app: dns'),
    finds: ['spec.ports[0].targetPort'],
    weighs: 'warning',
  },
  {
    title: 'UDP to a name of TCP',
    manifests:
      service('app: dns', { port: 'port: 53, targetPort: dns, protocol: UDP' }) +
      deployment('dns', 'app: dns', { ports: 'name: dns, containerPort: 5353' }),
    finds: ['spec.ports[0].targetPort'],
    weighs: 'error',
  },
  {
    title: 'left out, and the containers listen elsewhere',
    manifests: service('app: web', { port: 'port: 80' }) + deployment('web', 'app: web'),
    finds: ['spec.ports[0].port'],
    weighs: 'error',
  },
  {
    title: 'another protocol',
    manifests:
      service('app: dns', { port: 'port: 53, targetPort: 8080, protocol: TCP' }) +
      deployment('dns', 'app: dns', { ports: 'containerPort: 8080, protocol: UDP' }),
    finds: ['spec.ports[0].targetPort'],
  },
];
