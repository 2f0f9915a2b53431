import { Exposure } from '../../../../lib';
import type { Check } from '../check';
import { expect } from '../check';

export const tcp: Check = {
  claim: 'tcp',
  what: 'a line by TCP, without TLS',
  expose(stage) {
    const { controller, ports } = stage.props;
    stage.expose('by-tcp', Exposure.tcpRoute({ controller, listenPort: ports.tcp, port: 'tcp' }));
  },
  async ask(client, stage) {
    const pod = await client.send('tcp', stage.props.ports.tcp);
    expect(pod.startsWith('main-'), `${pod} answered`);
  },
};

export const udp: Check = {
  claim: 'udp',
  what: 'a datagram there and back',
  expose(stage) {
    const { controller, ports } = stage.props;
    stage.expose('by-udp', Exposure.udpRoute({ controller, listenPort: ports.udp, port: 'udp' }));
  },
  async ask(client, stage) {
    const pod = await client.send('udp', stage.props.ports.udp);
    expect(pod.startsWith('main-'), `${pod} answered`);
  },
};
