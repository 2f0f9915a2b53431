import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parse } from 'yaml';

/** What it takes to speak to the cluster of a kubeconfig's current context. */
export interface Connection {
  readonly server: string;
  readonly ca: Buffer | undefined;
  readonly cert: Buffer | undefined;
  readonly key: Buffer | undefined;
  readonly token: string | undefined;
  readonly insecure: boolean;
}

interface Named<Name extends string> {
  readonly name: string;
  readonly [key: string]: Record<Name, string | undefined> | string;
}

type Settings = Readonly<Record<string, string | boolean | undefined>>;

/** Reads a kubeconfig. Plugins that fetch credentials are not run: give a kubeconfig with a token or a certificate. */
export function readKubeconfig(file: string): Connection {
  const config = parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  const context = named(config['contexts'], String(config['current-context']), 'context');
  const cluster = named(config['clusters'], String(context['cluster']), 'cluster');
  const user = named(config['users'], String(context['user']), 'user');
  if (user['exec'] !== undefined || user['auth-provider'] !== undefined) {
    throw new Error(`${file}: the user is signed in by a plugin; a token or a client certificate is needed`);
  }
  const material = (settings: Settings, name: string): Buffer | undefined => {
    const inline = settings[`${name}-data`];
    if (typeof inline === 'string') return Buffer.from(inline, 'base64');
    const path = settings[name];
    return typeof path === 'string' ? readFileSync(resolve(dirname(file), path)) : undefined;
  };
  return {
    server: String(cluster['server']),
    ca: material(cluster, 'certificate-authority'),
    cert: material(user, 'client-certificate'),
    key: material(user, 'client-key'),
    token: tokenOf(user),
    insecure: cluster['insecure-skip-tls-verify'] === true,
  };
}

function tokenOf(user: Settings): string | undefined {
  if (typeof user['token'] === 'string') return user['token'];
  return typeof user['tokenFile'] === 'string' ? readFileSync(user['tokenFile'], 'utf8').trim() : undefined;
}

function named(list: unknown, name: string, what: string): Settings {
  const found = Array.isArray(list) ? (list as Named<string>[]).find((one) => one.name === name) : undefined;
  const settings = found?.[what];
  if (typeof settings !== 'object') throw new Error(`the kubeconfig has no ${what} ${JSON.stringify(name)}`);
  return settings;
}
