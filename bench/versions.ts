import { spawnSync } from 'node:child_process';

/** The versions of what is compared, as far as it is here. */
export function versions(): string {
  const packages = ['cdk8s', 'cdk8s-plus-27', 'js-yaml', 'ajv'].map((name) => `${name} ${versionOfPackage(name)}`);
  const peers = [
    ['kubeconform', '-v'],
    ['kube-linter', 'version'],
    ['kube-score', 'version'],
  ].flatMap(([peer = '', flag = '']) => {
    const { stdout, error } = spawnSync(peer, [flag], { encoding: 'utf8' });
    if (error !== undefined) return [];
    // What a checkout was built of says "development".
    const [version] = /v?\d+\.\d+\.\d+/.exec(stdout) ?? ['built from its source'];
    return [`${peer} ${version}`];
  });
  return [...packages, ...peers].join(', ');
}

function versionOfPackage(name: string): string {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- of a name that is not known before
  return (require(`${name}/package.json`) as { readonly version: string }).version;
}
