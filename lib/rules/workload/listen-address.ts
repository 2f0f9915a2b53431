import type { WorkloadContainer } from '../../graph/workload';

/** Where a container is told to listen. */
export interface ListenAddress {
  /** Empty where no host is named. */
  readonly host: string;
  /** Undefined where no port is named. */
  readonly port: number | undefined;
  /** As it stands in the manifest: `--listen=127.0.0.1:8080`, `PORT=3000`. */
  readonly text: string;
  /** The argument or the variable. */
  readonly field: string;
}

/** Options by which programs are told where to listen. One that names what it connects to (`--db-host`) has more in its name. */
const options =
  /^--?(?:web\.|http\.|server\.)?(?:(?:http-|https-)?(?:listen|bind)(?:-?(?:addr|address|host|ip|port))?|addr|address|host|port|(?:http|server|web)-(?:addr|address|host|port))$/;
const variables =
  /^(?:(?:HTTP_|SERVER_|APP_|WEB_)?(?:LISTEN|BIND)(?:_?(?:ADDR|ADDRESS|HOST|IP|PORT))?|(?:HTTP_|SERVER_|APP_)?PORT|HOST)$/;

/** `:8080`, `8080`, `127.0.0.1`, `[::1]:8080`, `tcp://0.0.0.0:8080`. */
const address = /^(?:(?:tcp|http):\/\/)?(\[[0-9a-f:]*\]|[A-Za-z0-9.-]*[A-Za-z.][A-Za-z0-9.-]*|\*)?(?::?([0-9]{1,5}))?$/;

/** Where the arguments and variables tell a container to listen. */
export function listenAddresses({ container, field }: WorkloadContainer): readonly ListenAddress[] {
  const told: ListenAddress[] = [];
  for (const list of ['command', 'args'] as const) {
    const words = container[list] ?? [];
    for (const [index, word] of words.entries()) {
      const [option = '', ...rest] = (word ?? '').split('=');
      if (!options.test(option)) continue;
      const behind = rest.length === 0;
      const value = behind ? (words[index + 1] ?? '') : rest.join('=');
      const place = `${field}.${list}[${behind ? index + 1 : index}]`;
      told.push(...read(value, `${option}${behind ? ' ' : '='}${value}`, place));
    }
  }
  for (const [index, variable] of (container.env ?? []).entries()) {
    const { name, value } = variable ?? {};
    if (name == null || value == null || !variables.test(name)) continue;
    told.push(...read(value, `${name}=${value}`, `${field}.env[${index}].value`));
  }
  const upstreams = told.filter(({ host }) => isElsewhere(host));
  // Beside a host that names no port, `--host=db --port=5432`, the port is that of the host.
  const isPortTheirs = upstreams.some(({ port }) => port === undefined);
  return told.filter((one) => !upstreams.includes(one) && !(isPortTheirs && one.host === ''));
}

function read(value: string, text: string, field: string): readonly ListenAddress[] {
  const [, host = '', port] = address.exec(value) ?? [];
  if (host === '' && port === undefined) return [];
  return [{ host, port: port === undefined ? undefined : Number(port), text, field }];
}

/** Whether the host is not one of the pod itself, which has names for others alone: the program asks there, and does not listen. */
function isElsewhere(host: string): boolean {
  return !['', '*', '0.0.0.0', '[::]'].includes(host) && !isLoopback(host);
}

/** Whether only the containers of the pod itself reach the host. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(?:\.[0-9]{1,3}){3}$/.test(host);
}
