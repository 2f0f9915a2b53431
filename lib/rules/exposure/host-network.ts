import { onHostNetwork } from '../../graph/subjects';
import { defineRule } from '../rule';
import { deployment } from './manifests.examples';

export const hostNetwork = defineRule({
  id: 'exposure/host-network',
  class: 'risky',
  rating: 'high',
  on: ['workload'],
  among: onHostNetwork,
  summary: 'Pods have a network of their own.',
  why: 'Every port that a process binds is open on the node, NetworkPolicies do not hold for it, and it reaches what listens on the loopback interface of the node: kubelet, kube-proxy, the metadata of the cloud. Pod Security "baseline" refuses it.',
  fix: 'Leave hostNetwork out and expose the ports by a Service; what has to be on the network of the node gets a waiver, a namespace of its own, and dnsPolicy ClusterFirstWithHostNet.',
  symptoms: [
    'NetworkPolicy has no effect',
    'port already in use on the node',
    'violates PodSecurity "baseline": host namespaces',
  ],
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline'],
  good: [
    { manifests: deployment() },
    { title: 'said to be false', manifests: deployment({ pod: 'hostNetwork: false' }) },
  ],
  bad: [
    { manifests: deployment({ pod: 'hostNetwork: true' }), finds: ['spec.template.spec.hostNetwork'] },
    {
      title: 'a Pod',
      manifests: `
apiVersion: v1
kind: Pod
metadata: { name: nginx }
spec: { hostNetwork: true, containers: [{ name: nginx, image: 'nginx:1.28.0', ports: [{ containerPort: 80 }] }] }
`,
      finds: ['spec.hostNetwork'],
    },
    {
      title: 'a CronJob',
      manifests: `
apiVersion: batch/v1
kind: CronJob
metadata: { name: sweep }
spec:
  schedule: '@daily'
  jobTemplate:
    spec:
      template:
        spec: { restartPolicy: Never, hostNetwork: true, containers: [{ name: sweep, image: 'registry.example.com/sweep:1' }] }
`,
      finds: ['spec.jobTemplate.spec.template.spec.hostNetwork'],
    },
  ],
  *check({ spec, template, ports }) {
    if (spec.hostNetwork !== true) return;
    const numbers = [...new Set(ports.map(({ number, protocol }) => `${number}/${protocol}`))].join(', ');
    const open = numbers === '' ? 'whatever they bind is open' : `they open ${numbers}`;
    yield {
      field: `${template}spec.hostNetwork`,
      message: `the pods are on the network of their node, where ${open} and NetworkPolicies do not hold`,
    };
  },
});
