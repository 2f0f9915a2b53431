/** The echo server in place of the images, and how it is told its ports. */
export interface EchoImage {
  readonly image: string;
  /** Runs in the image where it is no echo server itself. */
  readonly program?: {
    readonly source: string;
    readonly certificate: string;
    readonly key: string;
  };
}

/** A port of the echo server: `8080`, or `53/udp`. */
export interface EchoPort {
  readonly number: number;
  readonly protocol: string;
}

/**
 * The fields of a container that make it an echo server.
 *
 * `ECHO_PORTS` is the contract with both kinds of image: a comma between ports, `/udp` for UDP alone; a TCP port takes HTTP, TLS or lines
 * of anything else, told apart by the first bytes. Each answer is one JSON object with `pod`, `client`, and what was asked.
 */
export function echoContainer(
  { image, program }: EchoImage,
  container: string,
  ports: readonly EchoPort[],
): {
  readonly image: string;
  readonly imagePullPolicy: string;
  readonly command?: readonly string[];
  readonly env: readonly object[];
} {
  const env = [
    { name: 'ECHO_PORTS', value: echoPorts(ports) },
    { name: 'ECHO_SAY', value: container },
    { name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
    { name: 'NODE_NAME', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } },
  ];
  const common = { image, imagePullPolicy: 'IfNotPresent' };
  if (program === undefined) return { ...common, env };
  return {
    ...common,
    command: ['node', '-e', program.source],
    env: [...env, { name: 'ECHO_CERTIFICATE', value: program.certificate }, { name: 'ECHO_KEY', value: program.key }],
  };
}

/** Names that the application's own environment must not give another meaning. */
export const echoVariables: readonly string[] = [
  'ECHO_PORTS',
  'ECHO_SAY',
  'ECHO_BIND',
  'ECHO_CERTIFICATE',
  'ECHO_KEY',
  'POD_NAME',
  'NODE_NAME',
  'NODE_OPTIONS',
  'PATH',
  'LD_PRELOAD',
];

function echoPorts(ports: readonly EchoPort[]): string {
  const texts = ports.map(({ number, protocol }) => (protocol === 'UDP' ? `${number}/udp` : String(number)));
  // A number without a protocol covers UDP too.
  return [...new Set(texts)].filter((text) => !texts.includes(text.replace('/udp', '')) || !text.includes('/')).join();
}
