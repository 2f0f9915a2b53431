/** What the echo server says of a request. */
export interface Answer {
  readonly pod: string;
  readonly say?: string | undefined;
  /** The client as the pod sees it, or as a proxy before it tells. */
  readonly client: string;
  /** The port on which the pod took the request. */
  readonly port?: number | undefined;
  /** This machine's end of the connection; undefined where the request starts elsewhere. */
  readonly own?: string | undefined;
}

/** Reads the JSON of the echo server out of a body, or of what a raw connection said. */
export function readAnswer(text: string, own?: string): Answer {
  const start = text.indexOf('{');
  const end = text.indexOf('}\n', start);
  const said = parse(start < 0 ? text : text.slice(start, end < 0 ? undefined : end + 1));
  if (said === undefined || typeof said['pod'] !== 'string') {
    throw new Error(text.trim() === '' ? 'an empty answer' : `not the echo server: ${oneLine(text)}`);
  }
  const forwarded = headerOf(said['headers'], 'x-forwarded-for') ?? headerOf(said['headers'], 'x-real-ip');
  const client = typeof said['client'] === 'string' ? said['client'] : '';
  return {
    pod: said['pod'],
    say: typeof said['say'] === 'string' ? said['say'] : undefined,
    client: forwarded ?? hostOf(client),
    port: portOf(said['local']),
    own,
  };
}

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function headerOf(headers: unknown, name: string): string | undefined {
  if (typeof headers !== 'object' || headers === null) return undefined;
  const found = Object.entries(headers).find(([key]) => key.toLowerCase() === name);
  return typeof found?.[1] === 'string' ? found[1] : undefined;
}

function portOf(local: unknown): number | undefined {
  const [, port] = typeof local === 'string' ? (/:(\d+)$/.exec(local) ?? []) : [];
  return port === undefined ? undefined : Number(port);
}

/** `10.0.0.1:51234`, `[fd00::1]:51234`, `::ffff:10.0.0.1`. */
export function hostOf(address: string): string {
  const bare =
    /^\[(.*)\]:\d+$/.exec(address)?.[1] ?? (/^[^:]*:\d+$/.test(address) ? address.replace(/:\d+$/, '') : address);
  return bare.replace(/^::ffff:(?=\d+\.)/i, '');
}

export function oneLine(text: string, longest = 120): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > longest ? `${line.slice(0, longest - 3)}...` : line;
}
