import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check, checkSet } from '../../lib/check';
import { suggest } from '../../lib/check/suggest';
import { parseManifests } from '../../lib/manifests/parse-manifests';
import { Target } from '../../lib/target/target';

const textOf = (file: string): string => readFileSync(join(__dirname, 'seeds', `${file}.yaml`), 'utf8');

// Mistakes of articles on reaching applications from outside, as they are printed, each with the rule and the field that tell of it.
test.each([
  ['m01-selector-beside-spec', 'decode/unknown-field', 'selector'],
  ['m02-node-ports-below-the-range', 'service/node-port-range', 'spec.ports[0].nodePort'],
  ['m03-ports-without-port', 'port/number', 'spec.ports[0].port'],
  ['m03-ports-without-port', 'port/number', 'spec.ports[1].port'],
  ['m04-ingress-of-an-older-api', 'kind/known', 'apiVersion'],
  ['m05-no-path-type', 'ingress/path-type', 'spec.rules[0].http.paths[0].pathType'],
  ['m06-star-in-a-path', 'ingress/path-pattern', 'spec.rules[0].http.paths[0].path'],
  ['m08-deployment-of-an-older-api', 'kind/known', 'apiVersion'],
  ['m12-traffic-policy-in-small-letters', 'service/external-traffic-policy', 'spec.externalTrafficPolicy'],
  ['m13-host-network-misspelt', 'decode/unknown-field', 'spec.hostNotwork'],
  ['m13-type-in-small-letters', 'service/type', 'spec.type'],
  ['m15-address-of-the-load-balancer', 'exposure/load-balancer-ip', 'spec.loadBalancerIP'],
  ['m16-to-m19-controller', 'controller/retired', 'spec.template.spec.containers[0].image'],
  ['m16-to-m19-controller', 'controller/advisory', 'spec.template.spec.containers[0].image'],
  ['m16-to-m19-controller', 'controller/incomplete', 'spec.template.spec'],
  ['m16-to-m19-controller', 'controller/flag-reference', 'spec.template.spec.containers[0].args[1]'],
  ['m16-to-m19-controller', 'controller/flag-reference', 'spec.template.spec.containers[0].args[2]'],
  ['m16-to-m19-controller', 'controller/single-replica', 'spec.replicas'],
  ['m16-to-m19-controller', 'host/host-port-rollout', 'spec.strategy'],
  ['m16-to-m19-controller', 'workload/runs-as-root', 'spec.template.spec.containers[0].securityContext.runAsNonRoot'],
  ['m20-tls-without-hosts', 'tls/entries', 'spec.tls[0].hosts'],
  ['m20-tls-without-hosts', 'ingress/empty-host', 'spec.rules[0]'],
  ['m21-host-port', 'exposure/host-port', 'spec.containers[0].ports[0].hostPort'],
  ['m21-m24-m25-host-network', 'exposure/host-network', 'spec.hostNetwork'],
  ['m21-m24-m25-host-network', 'host/dns-policy', 'spec.dnsPolicy'],
  ['m21-m24-m25-host-network', 'workload/image-tag', 'spec.containers[0].image'],
  ['m21-m24-m25-host-network', 'workload/bare-pod', 'kind'],
  ['m22-external-ips', 'exposure/external-ips', 'spec.externalIPs'],
  ['m22-external-ips', 'api/deprecated', 'spec.externalIPs'],
  ['m23-external-name', 'exposure/external-name-way-out', 'spec.type'],
  ['m27-load-balancer-open', 'exposure/load-balancer-open', 'spec.type'],
])('%s: %s at %s', (file, rule, field) => {
  const { findings } = check(parseManifests(textOf(file)), { policy: { preset: 'strict' } });
  expect(findings.map((finding) => `${finding.rule}: ${finding.field}`)).toContain(`${rule}: ${field}`);
});

function suggested(file: string): string {
  const text = textOf(file);
  const options = { policy: { preset: 'strict' } } as const;
  const checking = {
    check: (documents: Parameters<typeof checkSet>[0]) => checkSet(documents, options),
    targetOf: () => new Target(),
  };
  return suggest(parseManifests(text), checking)[0]?.after ?? text;
}

// Where a field can simply be mended, what is suggested holds the corrected form, and is refused no more.
test.each([
  ['m01-selector-beside-spec', /spec:\n(?:.*\n)* {2}selector:\n {4}app: my-nginx/],
  ['m02-node-ports-below-the-range', /port: 443/],
  ['m03-ports-without-port', /port: 80\n/],
  ['m04-ingress-of-an-older-api', /apiVersion: networking\.k8s\.io\/v1\n(?:.*\n)*.*pathType: Prefix/],
  ['m05-no-path-type', /pathType: Prefix/],
  ['m06-star-in-a-path', /path: \/bar\n/],
  ['m08-deployment-of-an-older-api', /apiVersion: apps\/v1\n(?:.*\n)*.*matchLabels/],
  ['m12-traffic-policy-in-small-letters', /externalTrafficPolicy: Local/],
  ['m13-host-network-misspelt', /hostNetwork: true/],
  ['m13-type-in-small-letters', /type: NodePort/],
])('what is suggested for %s', (file, corrected) => {
  const after = suggested(file);
  expect(after).toMatch(corrected);
  expect(check(parseManifests(after)).findings.filter((one) => one.class === 'refused')).toEqual([]);
});
