import { existsSync, readFileSync } from 'node:fs';
import { badService, exposedApp, inEmptyFolder, soundSet, write } from './cli';

inEmptyFolder();

const pods = (port: number): string => `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  strategy: { type: Recreate }
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      hostNetwork: true
      dnsPolicy: ClusterFirstWithHostNet
      containers: [{ name: web, image: registry.example.com/web:1.0, ports: [{ containerPort: ${port} }] }]
`;

test('exposed-app.yaml of the working directory says what may pass, and until when', async () => {
  write('dist/web.yaml', pods(8080));
  expect(await exposedApp(['check', 'dist'])).toMatchObject({ code: 1 });
  write(
    'exposed-app.yaml',
    'policy:\n  waivers:\n    - rule: exposure/host-network\n      object: { kind: Deployment, name: web }\n      reason: its own port\n      owner: edge\n      expires: 2027-01-31\n',
  );
  expect(await exposedApp(['check', 'dist'])).toMatchObject({ code: 0 });
  expect(await exposedApp(['check', 'dist', '--today', '2027-02-01'])).toMatchObject({
    code: 1,
    output: expect.stringContaining('exposed-app.yaml:3:7: error policy/waiver-expired') as string,
  });
});

test('a folder is what one target receives, and another folder another one', async () => {
  write('clusters/a/web.yaml', pods(8080));
  write('clusters/b/web.yaml', pods(8080));
  write(
    'conf/targets.yaml',
    'targets:\n  a: { folders: [../clusters/a], kubernetes: "1.30" }\n  b: { folders: [../clusters/b] }\npolicy: { rules: { exposure/host-network: off } }\n',
  );
  const one = await exposedApp(['check', '--preset', 'strict', 'clusters', '--format', 'json']);
  expect(one.output).toContain('set/same-object');
  const two = await exposedApp(['check', '--config', 'conf/targets.yaml', 'clusters', '--format', 'json']);
  expect(two).toMatchObject({ code: 0 });
  expect(JSON.parse(two.output)).toMatchObject({ kubernetes: '1.30', summary: { documents: 2 }, findings: [] });
});

describe('a folder of a target that is not there', () => {
  beforeEach(() => {
    write('dist/production/web.yaml', soundSet);
    write('dist/staging/web.yaml', soundSet);
    write(
      'exposed-app.yaml',
      'targets:\n  production:\n    folders:\n      - dist/prodction\n  staging: { folders: [dist/staging] }\n',
    );
  });
  const told =
    "exposed-app.yaml:4: the target 'production' receives 'dist/prodction', which is not there: 'dist/production' is meant?\n";

  test.each(['dist', '.', 'dist/prodction/..'])(
    'is an error where it would lie in what is checked: %s',
    async (path) => {
      expect(await exposedApp(['check', path])).toEqual({ code: 2, output: '', error: `error: ${told}` });
    },
  );

  test.each(['dist/staging', 'dist/production'])('is a warning where another part is checked: %s', async (path) => {
    expect(await exposedApp(['check', path])).toMatchObject({ code: 0, error: `warning: ${told}` });
  });

  test('a part that is checked alone is no mistake', async () => {
    write('exposed-app.yaml', 'targets: { a: { folders: [dist/production] }, b: { folders: [dist/staging] } }\n');
    for (const path of ['dist/staging', 'dist/staging/web.yaml', 'dist']) {
      expect(await exposedApp(['check', path])).toMatchObject({ code: 0, error: '' });
    }
  });

  test('says what to do where no name is near', async () => {
    write('exposed-app.yaml', 'targets: { a: { folders: [clusters/a] }, b: { folders: [.] } }\n');
    expect((await exposedApp(['check', 'dist'])).error).toBe(
      "warning: exposed-app.yaml:1: the target 'a' receives 'clusters/a', which is not there: correct it, or make the folder first\n",
    );
  });
});

test('the configuration is no manifest, wherever it lies', async () => {
  write('web.yaml', pods(8080));
  write('exposed-app.yaml', 'policy: { rules: { exposure/host-network: off } }\n');
  expect(await exposedApp(['check', '.'])).toMatchObject({ code: 0 });
});

test.each([
  ['a typo', 'polcy: {}\n', "there is no 'polcy' here. 'policy' is meant?"],
  ['a rule that is not there', 'policy: { rules: { service/selectr: off } }\n', "'service/selector' is meant?"],
])('a configuration with %s is told, and nothing is checked', async (_, text, message) => {
  write('web.yaml', pods(8080));
  write('exposed-app.yaml', text);
  const { code, output, error } = await exposedApp(['check', 'web.yaml']);
  expect([code, output]).toEqual([2, '']);
  expect(error).toContain(message);
});

test('a configuration that is named and not there is told', async () => {
  write('web.yaml', pods(8080));
  expect(await exposedApp(['check', '--config', 'gone.yaml', 'web.yaml'])).toMatchObject({
    code: 2,
    error: expect.stringContaining("cannot read the configuration 'gone.yaml': no such file") as string,
  });
});

test('the policies of the cluster are read from files that the configuration names', async () => {
  const policy = `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata: { name: many }
spec:
  matchConstraints: { resourceRules: [{ apiGroups: [apps], apiVersions: [v1], operations: [CREATE], resources: [deployments] }] }
  validations: [{ expression: object.spec.replicas >= 2, message: two at least }]
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata: { name: many }
spec: { policyName: many, validationActions: [Deny] }
`;
  write('cluster/policies.yaml', policy);
  write('dist/web.yaml', pods(8080));
  write('exposed-app.yaml', 'policy: { admissionPolicies: [cluster], rules: { exposure/host-network: off } }\n');
  expect(await exposedApp(['check', 'dist'])).toMatchObject({
    code: 1,
    output: expect.stringContaining("ValidatingAdmissionPolicy 'many', bound by 'many': two at least") as string,
  });
});

describe('a baseline', () => {
  test('lets old findings be, and fails on new ones', async () => {
    write('dist/old.yaml', badService);
    expect(await exposedApp(['check', '--write-baseline', 'base.json', 'dist'])).toMatchObject({ code: 0, output: '' });
    expect(await exposedApp(['check', '--baseline', 'base.json', 'dist'])).toMatchObject({ code: 0 });
    write('dist/new.yaml', badService.replaceAll('web', 'new').replaceAll('8080', '9090'));
    const { code, output } = await exposedApp(['check', '--baseline', 'base.json', 'dist']);
    expect(code).toBe(1);
    expect(output).toContain('dist/new.yaml');
    expect(output).not.toContain('dist/old.yaml');
  });

  test.each([
    ['a file behind the flag', ['--write-baseline', 'base.json', 'dist'], 'base.json'],
    ['the file of --baseline', ['--baseline', 'b.json', '--write-baseline', 'dist'], 'b.json'],
    ['nothing named', ['dist', '--write-baseline'], 'exposed-app-baseline.json'],
    ['a folder behind the flag', ['--write-baseline', 'dist'], 'exposed-app-baseline.json'],
  ])('is written to where it belongs: %s', async (_, argv, file) => {
    write('dist/old.yaml', badService);
    expect(await exposedApp(['check', ...argv])).toMatchObject({ code: 0 });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ version: 1 });
  });

  test.each([
    [['--format', 'json'], '--format json'],
    [['--output', 'out.txt', '--suggest'], '--output and --suggest'],
  ])('is written without a report: %j', async (argv, named) => {
    write('dist/old.yaml', badService);
    expect(await exposedApp(['check', '--write-baseline', 'base.json', ...argv, 'dist'])).toMatchObject({
      code: 2,
      error: expect.stringContaining(`leave ${named} out`) as string,
    });
    expect(existsSync('base.json')).toBe(false);
  });

  test('tells what it holds without need', async () => {
    write('dist/old.yaml', badService);
    await exposedApp(['check', '--write-baseline', 'base.json', 'dist']);
    write('dist/old.yaml', pods(8080).replace('hostNetwork: true', 'hostNetwork: false'));
    const { code, output } = await exposedApp(['check', '--baseline', 'base.json', 'dist']);
    expect(code).toBe(0);
    expect(output).toContain('base.json: note policy/baseline-unneeded');
  });

  test('that is none is told', async () => {
    write('dist/old.yaml', badService);
    write('base.json', '{}');
    expect(await exposedApp(['check', '--baseline', 'base.json', 'dist'])).toMatchObject({ code: 2 });
    expect(await exposedApp(['check', '--baseline', 'gone.json', 'dist'])).toMatchObject({
      code: 2,
      error: expect.stringContaining('--write-baseline gone.json makes one') as string,
    });
  });
});

test('--explain-config tells where each setting comes from', async () => {
  write(
    'exposed-app.yaml',
    "targets:\n  prod: { folders: [dist/prod], kubernetes: '1.33', provider: metalLb }\npolicy:\n  preset: strict\n  rules: { exposure/host-port: off }\n  parameters: { allowedHosts: { shop: ['*.example.com'] } }\n",
  );
  const { code, output } = await exposedApp([
    'check',
    '--explain-config',
    '--today',
    '2026-11-21',
    '--kubernetes',
    '1.36',
  ]);
  expect(code).toBe(0);
  expect(output).toMatchInlineSnapshot(`
   "config                    exposed-app.yaml  (the working directory)
   kubernetes                1.36  (--kubernetes)
   preset                    strict  (exposed-app.yaml:4)
   fail-on                   error  (default)
   today                     2026-11-21  (--today)
   baseline                  none  (default)
   longestWaiverDays         365  (default)
   rules.exposure/host-port  off  (exposed-app.yaml:5)
   parameters.allowedHosts   {"shop":["*.example.com"]}  (exposed-app.yaml:6)
   targets.prod              dist/prod: Kubernetes 1.33, load balancers by MetalLB  (exposed-app.yaml:2)
   "
  `);
});

test('nothing to check is told', async () => {
  expect(await exposedApp(['check'])).toMatchObject({
    code: 2,
    error: expect.stringContaining('nothing to check') as string,
  });
});
