import type { Workload } from '../../graph/workload';
import { deployment } from '../example-manifests';
import { defineRule } from '../rule';
import { probedPorts, type ProbedPort } from './probes';

const web = (ports: string, probe: string): string =>
  deployment('web', 'app: web', { ports, container: `readinessProbe: { httpGet: { ${probe} } }` });
const field = 'spec.template.spec.containers[0].readinessProbe.httpGet.scheme';

export const probeScheme = defineRule({
  id: 'workload/probe-scheme',
  class: 'broken',
  severity: 'warning',
  on: ['workload'],
  summary: 'A probe speaks HTTPS to a port that is for HTTPS by its name or number, and HTTP to others.',
  why: 'A TLS server answers plain HTTP with 400 or closes the connection, and a plain server does not understand TLS: the probe fails and the pod is never ready. That the name tells the truth is a guess.',
  fix: 'Set `scheme: HTTPS` for a TLS port; certificates are not checked. Otherwise leave it out.',
  symptoms: [
    'Readiness probe failed: HTTP probe failed with statuscode: 400',
    'server gave HTTP response to HTTPS client',
    'EOF',
  ],
  good: [
    { manifests: web('name: http, containerPort: 8080', 'port: http') },
    { title: 'HTTPS to HTTPS', manifests: web('name: https, containerPort: 8443', 'port: https, scheme: HTTPS') },
    { title: 'nothing known of the port', manifests: web('name: admin, containerPort: 9443', 'port: admin') },
  ],
  bad: [
    { title: 'by the name', manifests: web('name: https, containerPort: 8443', 'port: https'), finds: [field] },
    { title: 'by the number', manifests: web('containerPort: 443', 'port: 443'), finds: [field] },
    {
      title: 'HTTPS to HTTP',
      manifests: web('name: http, containerPort: 8080', 'port: http, scheme: HTTPS'),
      finds: [field],
    },
  ],
  *check(workload) {
    for (const probe of probedPorts(workload)) {
      if (probe.action !== 'httpGet') continue;
      const expected = schemeOf(probe, workload);
      if (expected === undefined || expected === probe.scheme) continue;
      yield {
        field: `${probe.field}.scheme`,
        message: `the probe speaks ${probe.scheme} to port '${probe.port}', which is one for ${expected}`,
        edits:
          expected === 'HTTPS'
            ? [{ set: `${probe.field}.scheme`, value: 'HTTPS' }]
            : [{ remove: `${probe.field}.scheme` }],
      };
    }
  },
});

/** What the name of a port says, or its number where it has none. */
function schemeOf({ port }: ProbedPort, { ports }: Workload): 'HTTP' | 'HTTPS' | undefined {
  const declared = ports.find(({ name, number }) => name === port || number === port);
  const name = declared?.name ?? '';
  if (/^https(?:-|$)/.test(name)) return 'HTTPS';
  if (/^http(?:-|$)/.test(name)) return 'HTTP';
  if (name !== '') return undefined;
  const number = declared?.number ?? port;
  return number === 443 ? 'HTTPS' : number === 80 ? 'HTTP' : undefined;
}
