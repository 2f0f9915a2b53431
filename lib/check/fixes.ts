import type { RuleId } from '../validation/catalogue';

/** The next step where it is more than what the rule asks for, by the rule. */
export const fixes: Readonly<Partial<Record<RuleId, string>>> = {
  'container-port/host-network': 'Write the same number as `containerPort` and `hostPort`, or leave `hostPort` out.',
  'container-port/host-port': 'Give each container a port of the node of its own, or expose them by a Service.',
  'decode/type':
    'Write the value in the type that is asked for: a text that looks like a number, true or yes needs quotes, a number has none.',
  'decode/unknown-field': 'Correct the name, move the field to where its kind has it, or leave it out.',
  'ingress/backend': 'Name a Service under `service`, or another object under `resource`, not both.',
  'ingress/backend-port': 'Write `port: { number: 80 }` or `port: { name: http }`, as the Service has it.',
  'ingress/host':
    'Write the bare name in lower case, without scheme, port and path; `*.` stands for one part in front.',
  'ingress/path':
    'Begin the path with `/`; a pattern needs the path type ImplementationSpecific and a controller that reads it.',
  'ingress/path-type': 'Write `pathType: Prefix` for everything below the path, or `Exact` for it alone.',
  'ingress/rules': 'Write a rule with a host and a path, or a `defaultBackend`.',
  'kind/known':
    'Write an apiVersion and kind that this Kubernetes version serves, and the fields as that version has them.',
  'network-policy/ip-block': 'Write the range as a network address with its length: 192.0.2.0/24.',
  'port/name': 'Write a short name such as `http` or `grpc-web`: a port with a longer one is named by its number.',
  'port/number': 'Write the number that clients connect to: `port` for a Service, `containerPort` for a container.',
  'port/protocol': 'Write TCP, UDP or SCTP in capitals; HTTP is told by `appProtocol`.',
  'service/cluster-ip': 'Leave it out for an address of the cluster; write None for a headless Service.',
  'service/external-ip': 'Write a plain unicast address without a mask, or use type LoadBalancer.',
  'service/external-name': 'Write the bare DNS name, without scheme, port and path, or use a type with a selector.',
  'service/external-traffic-policy':
    'Write Cluster or Local, with the capital, on a Service of type NodePort or LoadBalancer or with external IPs.',
  'service/load-balancer-source-ranges':
    'Write ranges such as 192.0.2.0/24 on a Service of type LoadBalancer; 192.0.2.7/32 is one address.',
  'service/node-port':
    'Leave `nodePort` out, or write type NodePort or LoadBalancer and a number that no other port of the Service has.',
  'service/node-port-range':
    'Choose a number of the range, or leave `nodePort` out: the server gives out a free one. Clients of a low port need a load balancer or an Ingress.',
  'service/port-name': 'Give each port of the Service a name of its own.',
  'service/ports': 'List the ports that clients connect to.',
  'workload/selector': 'Write `spec.selector.matchLabels` with labels of the pod template.',
  'workload/selector-match': 'Give the pod template every label of `spec.selector`.',
};

/** What API servers and clients say to it, by the rule: `explain` finds it by these words. */
export const serverWords: Readonly<Partial<Record<RuleId, readonly string[]>>> = {
  'decode/type': [
    'cannot unmarshal number into Go struct field of type string',
    'cannot unmarshal string into Go value of type int32',
    'cannot convert int64 to string',
  ],
  'decode/unknown-field': [
    'strict decoding error: unknown field',
    'error validating data: ValidationError: unknown field',
  ],
  'ingress/path': ['must be an absolute path'],
  'ingress/path-type': ['pathType must be specified'],
  'ingress/host': ['a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters'],
  'kind/known': [
    'no matches for kind in version',
    'resource mapping not found',
    'the server could not find the requested resource',
  ],
  'metadata/name': ['a lowercase RFC 1123 label must consist of lower case alphanumeric characters'],
  'port/name': ['must be no more than 15 characters', 'must contain at least one letter'],
  'port/number': ['must be between 1 and 65535'],
  'service/external-traffic-policy': ['externalTrafficPolicy unsupported value'],
  'service/node-port': ['may not be used when type is ClusterIP', 'provided port is already allocated'],
  'service/node-port-range': ['provided port is not in the valid range. The range of valid ports is 30000-32767'],
  'service/port-name': ['ports name required value'],
  'workload/selector': ['selector required value', 'missing required field selector in DeploymentSpec'],
  'workload/selector-match': ['selector does not match template labels'],
};
