import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { runProcess } from './cluster/kubectl';

export interface Certificate {
  readonly certificate: string;
  readonly key: string;
}

/** A certificate of its own signature, good for the hosts for two days. */
export async function selfSigned(hosts: readonly string[]): Promise<Certificate> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'exposed-app-e2e-'));
  try {
    const files = { certificate: path.join(folder, 'tls.crt'), key: path.join(folder, 'tls.key') };
    const { code, stderr } = await runProcess('openssl', [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'],
      ...['-subj', '/CN=exposed-app e2e', '-addext', `subjectAltName=${hosts.map((host) => `DNS:${host}`).join()}`],
      ...['-out', files.certificate, '-keyout', files.key],
    ]);
    if (code !== 0) throw new Error(`openssl makes no certificate for ${hosts.join(', ')}: ${stderr.trim()}`);
    return {
      certificate: fs.readFileSync(files.certificate, 'utf8'),
      key: fs.readFileSync(files.key, 'utf8'),
    };
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}
