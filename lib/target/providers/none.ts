import { refused, type LoadBalancerDialect } from '../dialect';

const unknown = refused('the target names no provider: name it, as in new Target({ provider: Provider.aws() })');

/** Nobody known. The one thing that the API itself has is `spec.loadBalancerIP`, deprecated since Kubernetes 1.24 (k8s.io/api core/v1, ServiceSpec). */
export const none: LoadBalancerDialect = {
  name: 'a target without a provider',
  annotationKeys: [],
  servesEveryClass: true,
  wishes: {
    internal: unknown,
    address: (addresses, draft) => {
      const [first = '', ...more] = addresses;
      if (more.length === 0) draft.setAddress(first);
      else
        draft.refuse(
          `spec.loadBalancerIP holds one address, not ${addresses.join(' and ')}: name the provider of the target`,
        );
    },
    addressIds: unknown,
    subnets: unknown,
    proxyProtocol: unknown,
    healthCheck: unknown,
    crossZone: unknown,
    sharingKey: unknown,
  },
};
