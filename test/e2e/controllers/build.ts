import * as fs from 'node:fs';
import * as path from 'node:path';
import { App, Chart } from 'cdk8s';
import * as typescript from 'typescript';
import { checkApp } from '../../../lib/checked-app';
import type { IngressController } from '../../../lib';
import { selfSigned } from '../certificate';
import type { KubeObject } from '../objects';
import { parseSet } from '../sets';
import type { Check } from './check';
import type { Install } from './installs';
import type { StageProps } from './stage';
import { podName, Stage } from './stage';

/** What the pods run, as one text of JavaScript. */
function podProgram(): string {
  const source = fs.readFileSync(path.join(__dirname, 'pod-program.ts'), 'utf8');
  const compilerOptions = {
    module: typescript.ModuleKind.CommonJS,
    target: typescript.ScriptTarget.ES2022,
    removeComments: true,
  };
  return typescript.transpileModule(source, { compilerOptions }).outputText;
}

/** Everything about a test but the controller. */
export async function stageProps(install: Install, image: string): Promise<Omit<StageProps, 'controller'>> {
  return {
    image,
    program: podProgram(),
    certificate: await selfSigned([podName]),
    ports: { tcp: 9000, udp: 9053 },
    usersKey: install.usersKey,
  };
}

/** What is applied: the controller as our own constructs install it, and applications behind it. */
export interface Built {
  readonly controller: IngressController;
  readonly stage: Stage;
  readonly namespaces: readonly string[];
  readonly documents: readonly KubeObject[];
}

export async function build(
  name: string,
  install: Install,
  props: Omit<StageProps, 'controller'>,
  checks: readonly Check[],
): Promise<Built> {
  const app = new App();
  const controller = install.make(new Chart(app, 'controller'), name, props.ports);
  const namespace = `${name}-apps`;
  const stage = new Stage(new Chart(app, 'apps', { namespace }), { ...props, controller });
  stage.deploy();
  for (const check of checks) check.expose(stage);
  refuseInvalid(app);
  const documents = parseSet(app.synthYaml(), 'the test');
  const own = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } };
  const certificates = await Promise.all(certificateSecrets(documents, namespace));
  return {
    controller,
    stage,
    namespaces: [controller.namespace, namespace],
    documents: [own, ...certificates, ...documents],
  };
}

/** What is asked for may be a risk; what the API server refuses would only be found later. */
function refuseInvalid(app: App): void {
  const refused = checkApp(app).findings.filter((finding) => finding.class === 'refused');
  if (refused.length > 0) throw new Error(refused.map(({ field, message }) => `${field}: ${message}`).join('\n'));
}

/** A certificate for each host `NAME.e2e.example` whose check names the Secret `NAME-certificate`. */
function certificateSecrets(documents: readonly KubeObject[], namespace: string): readonly Promise<KubeObject>[] {
  const names = new Set(
    [...JSON.stringify(documents).matchAll(/"secretName":"([a-z0-9-]+)-certificate"/g)].map(([, name]) => name ?? ''),
  );
  return [...names].map(async (name) => {
    const { certificate, key } = await selfSigned([`${name}.e2e.example`]);
    const secret = {
      ...{ apiVersion: 'v1', kind: 'Secret', type: 'kubernetes.io/tls' },
      ...{
        metadata: { name: `${name}-certificate`, namespace },
        // Its own authority, too, for checks that trust it and nobody else.
        stringData: { 'tls.crt': certificate, 'tls.key': key, 'ca.crt': certificate },
      },
    };
    return secret;
  });
}
