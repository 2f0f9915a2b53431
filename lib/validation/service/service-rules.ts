export const serviceRules = {
  'service/type': 'A Service is of type ClusterIP, NodePort, LoadBalancer or ExternalName.',
  'service/ports': 'A Service lists at least one port, unless it is headless or of type ExternalName.',
  'service/port-name': 'Where a Service has several ports, each has a name of its own, a DNS label.',
  'service/port-unique': 'A number and protocol occur once among the ports of a Service.',
  'service/kubelet-port': 'Before Kubernetes 1.33, a LoadBalancer does not expose port 10250.',
  'service/app-protocol': 'An application protocol is a qualified name, such as `kubernetes.io/h2c`.',
  'service/node-port-range': 'A node port lies in the range that the API server gives out.',
  'service/node-port':
    'Node ports are for the types NodePort and LoadBalancer, and a Service names none of them twice.',
  'service/cluster-ip':
    'A cluster IP is an IP address of a family that the Service asks for, or None for a headless Service.',
  'service/headless': 'A headless Service is of type ClusterIP.',
  'service/ip-families': 'A Service asks for address families that its cluster has, each one once.',
  'service/ip-family-policy':
    'The family policy fits the families and cluster IPs asked for, and the families of the cluster.',
  'service/external-name': 'A Service of type ExternalName names a DNS host, and has neither cluster IPs nor families.',
  'service/external-ip': 'An external IP is an address that traffic can be sent to.',
  'service/session-affinity': 'Sessions stick to no pod, or by client IP for at most a day.',
  'service/load-balancer-source-ranges': 'Source ranges are address ranges (CIDR), of a Service of type LoadBalancer.',
  'service/load-balancer-class': 'A load balancer class is a qualified name, of a Service of type LoadBalancer.',
  'service/allocate-node-ports': 'Whether node ports are allocated is said of type LoadBalancer alone.',
  'service/external-traffic-policy':
    'The external traffic policy is Cluster or Local, where traffic comes in from outside.',
  'service/internal-traffic-policy': 'The internal traffic policy is Cluster or Local.',
  'service/health-check-node-port':
    'A health check node port is for a LoadBalancer with external traffic policy Local.',
  'service/traffic-distribution': 'The traffic distribution is one that the server knows.',
  'service/topology-mode': 'The two annotations for the topology mode agree where both are there.',
} as const;
