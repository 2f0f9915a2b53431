import type { Background, Kubectl } from '../cluster/kubectl';
import type { Protocol } from '../ways/way';
import type { Answer } from './answer';
import { sendFromMachine } from './from-machine';

/** `kubectl port-forward` for one request. */
export async function sendThroughPortForward(
  kubectl: Kubectl,
  { namespace, target, port }: { readonly namespace: string; readonly target: string; readonly port: number },
  protocol: Protocol,
  seconds: number,
): Promise<Answer> {
  const forward = await kubectl.background([
    'port-forward',
    '-n',
    namespace,
    '--address',
    '127.0.0.1',
    target,
    `:${port}`,
  ]);
  try {
    return anonymous(await sendFromMachine({ address: '127.0.0.1', port: forward.port, protocol, seconds }));
  } finally {
    forward.end();
  }
}

/** `kubectl proxy`, one for the whole test. */
export async function sendThroughProxy(proxy: Background, path: string, seconds: number): Promise<Answer> {
  const http = { host: `127.0.0.1:${proxy.port}`, path };
  return anonymous(await sendFromMachine({ address: '127.0.0.1', port: proxy.port, protocol: 'http', http, seconds }));
}

/** Both ends of the connection are loopback; that they are alike means nothing. */
function anonymous(answer: Answer): Answer {
  return { ...answer, own: undefined };
}
