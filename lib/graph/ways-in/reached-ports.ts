import type { Service } from '../../kubernetes/api';
import { targetOf, type ListenedPort } from '../service-ports';
import type { SetObject } from '../set-object';
import type { Workload } from '../workload';
import type { ReachedPort } from './way-in';

/** Where the ports of Services lead to. Several ways in pass a port: it is followed once. */
export class ReachedPorts {
  private readonly podsOf: (service: SetObject<Service>) => readonly Workload[];
  private readonly known = new Map<ListenedPort, readonly ReachedPort[]>();

  constructor(podsOf: (service: SetObject<Service>) => readonly Workload[]) {
    this.podsOf = podsOf;
  }

  /** One for each of the workloads that the Service selects. */
  by(service: SetObject<Service>, port: ListenedPort): readonly ReachedPort[] {
    let reached = this.known.get(port);
    if (reached === undefined) {
      reached = this.podsOf(service).map((workload) => reachedPort(port, workload));
      this.known.set(port, reached);
    }
    return reached;
  }
}

function reachedPort(port: ListenedPort, workload: Workload): ReachedPort {
  const declared = targetOf(port, workload);
  return { workload, declared, number: typeof port.target === 'number' ? port.target : declared?.number };
}
