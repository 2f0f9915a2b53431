import { deployment } from '../example-manifests';

/** A Traefik of examples, with the entry points of its chart. */
export function traefik(flags: readonly string[] = [], image = 'traefik:v3.7.13'): string {
  const args = [
    '--entryPoints.web.address=:8000',
    '--entryPoints.websecure.address=:8443',
    '--providers.kubernetescrd',
    ...flags,
  ];
  return deployment('traefik', 'app: traefik', {
    image,
    container: `args: [${args.map((flag) => `'${flag}'`).join(', ')}]`,
  });
}
