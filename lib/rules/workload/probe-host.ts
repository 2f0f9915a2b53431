import { deployment } from '../example-manifests';
import { defineRule } from '../rule';
import { probedPorts } from './probes';

const web = (host: string, pod = ''): string =>
  deployment('web', 'app: web', { container: `livenessProbe: { httpGet: { port: 8080, host: ${host} } }`, pod });
const field = 'spec.template.spec.containers[0].livenessProbe.httpGet.host';

/** What the node is to itself. */
const loopback = /^(?:localhost|127(?:\.[0-9]+){3}|::1)$/;

export const probeHost = defineRule({
  id: 'workload/probe-host',
  class: 'broken',
  on: ['workload'],
  summary: 'A probe asks the pod, not another host.',
  why: 'Probes are sent by the kubelet from the node: `host: 127.0.0.1` is the node itself, where the container does not listen, and a name of DNS is looked up without the DNS of the cluster.',
  fix: 'Leave `host` out: the address of the pod is asked. Where the application needs a Host header, name it under `httpHeaders`.',
  symptoms: ['Liveness probe failed: connection refused', 'Readiness probe failed', 'CrashLoopBackOff'],
  references: [
    'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#http-probes',
  ],
  good: [
    { title: 'on the host network the node is the pod', manifests: web('127.0.0.1', 'hostNetwork: true') },
    {
      title: 'a Host header',
      manifests: deployment('web', 'app: web', {
        container: 'livenessProbe: { httpGet: { port: 8080, httpHeaders: [{ name: Host, value: shop.example.com }] } }',
      }),
    },
  ],
  bad: [
    { title: 'the node itself', manifests: web('127.0.0.1'), finds: [field] },
    { title: 'a name', manifests: web('shop.example.com'), finds: [field] },
  ],
  *check(workload) {
    for (const { host, field } of probedPorts(workload)) {
      if (host === '') continue;
      const isLoopback = loopback.test(host);
      if (isLoopback && workload.spec.hostNetwork === true) continue;
      yield {
        field: `${field}.host`,
        message: `the kubelet asks '${host}', ${isLoopback ? 'which is the node and not the pod' : 'and not the pod'}`,
        severity: isLoopback ? 'error' : 'warning',
        edits: [{ remove: `${field}.host` }],
      };
    }
  },
});
