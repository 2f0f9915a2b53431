import type { Rule } from './rule';
import { serviceSelector } from './service/selector';
import { targetPort } from './service/target-port';
import { selectorTooWide } from './service/selector-too-wide';
import { externalName } from './service/external-name';
import { nodePortTaken } from './service/node-port-taken';
import { sameObject } from './set/same-object';
import { hostPortTaken } from './host/port-taken';
import { nodeServicePort } from './host/node-service-port';
import { hostPortRollout } from './host/host-port-rollout';
import { hostPortReplicas } from './host/host-port-replicas';
import { backendKind } from './route/backend-kind';
import { backendPort } from './route/backend-port';
import { backendService } from './route/backend-service';
import { probePort } from './workload/probe-port';
import { probeHost } from './workload/probe-host';
import { probeScheme } from './workload/probe-scheme';
import { hostDnsPolicy } from './host/dns-policy';
import { routeCollision } from './route/collision';
import { exampleHost } from './route/example-host';
import { hostForm } from './route/host-form';
import { hostTaken } from './route/host-taken';
import { hostShared } from './route/host-shared';
import { routeShadowed } from './route/shadowed';
import { podSecurityLevel } from './workload/pod-security';
import { podServiceAccount } from './workload/service-account';
import { selectorOverlap } from './workload/selector-overlap';
import { statefulSetService } from './workload/stateful-set-service';
import { autoscalerTarget } from './autoscaling/target';
import { fixedReplicas } from './autoscaling/fixed-replicas';
import { twoAutoscalers } from './autoscaling/two-autoscalers';
import { classController } from './ingress/class-controller';
import { classMissing } from './ingress/class-missing';
import { classParameters } from './ingress/class-parameters';
import { classUnknown } from './ingress/class-unknown';
import { classUnserved } from './ingress/class-unserved';
import { defaultClasses } from './ingress/default-classes';
import { externalIps } from './exposure/external-ips';
import { externalNameInternal } from './exposure/external-name';
import { externalNameWayOut } from './exposure/external-name-way-out';
import { hostNetwork } from './exposure/host-network';
import { hostPort } from './exposure/host-port';
import { nodePort } from './exposure/node-port';
import { nodePortBand } from './exposure/node-port-band';
import { loadBalancerOpen } from './exposure/load-balancer-open';
import { loadBalancerNodePorts } from './exposure/load-balancer-node-ports';
import { loadBalancerIp } from './exposure/load-balancer-ip';
import { sourceRangesCluster } from './exposure/source-ranges-cluster';
import { sensitivePort } from './exposure/sensitive-port';
import { adminInterface } from './exposure/admin-interface';
import { allowListClient } from './exposure/allow-list-client';
import { endpointAddress } from './exposure/endpoint-address';
import { networkPolicy } from './exposure/network-policy';
import { namespacePodSecurity } from './exposure/pod-security';
import { broadRights } from './exposure/broad-rights';
import { loadBalancerCount } from './exposure/load-balancer-count';
import { apiDeprecated } from './api/deprecated';
import { budgetBlocksDrain } from './disruption/blocks-drain';
import { budgetSelector } from './disruption/selector';
import { twoBudgets } from './disruption/two-budgets';
import { bindingParties } from './rbac/binding';
import { setNamespace } from './set/namespace';
import { policyAllowedHosts } from './policy/allowed-hosts';
import { policyAllowedAddresses } from './policy/allowed-addresses';
import { policyAllowedSources } from './policy/allowed-sources';
import { policyNodePortBands } from './policy/node-port-bands';
import { policyLoadBalancerProvider } from './policy/load-balancer-provider';
import { policyLoadBalancerBudget } from './policy/load-balancer-budget';
import { policyWaysIn } from './policy/ways-in';
import { policyIngressClass } from './policy/ingress-class';
import { policyImageRegistry } from './policy/image-registry';
import { authGap } from './ingress/auth-gap';
import { pathConfusion } from './ingress/path-confusion';
import { pathInjection } from './ingress/path-injection';
import { pathPattern } from './ingress/path-pattern';
import { regexHost } from './ingress/regex-host';
import { ingressRewrite } from './ingress/rewrite';
import { policyPort } from './network-policy/port';
import { policyWayIn } from './network-policy/way-in';
import { policyPeerNamespace } from './network-policy/peer-namespace';
import { policyPeerPods } from './network-policy/peer-pods';
import { policyPeerBoth } from './network-policy/peer-both';
import { policyDns } from './network-policy/dns';
import { policySelector } from './network-policy/selector';
import { policyPortName } from './network-policy/port-name';
import { certificateHost } from './tls/certificate-host';
import { tlsSecretContent } from './tls/secret-content';
import { tlsSecretMissing } from './tls/secret-missing';
import { addressTaken } from './service/address-taken';
import { loadBalancerAddress } from './service/load-balancer-address';
import { loadBalancerProvider } from './service/load-balancer-provider';
import { trafficPolicy } from './service/traffic-policy';
import { sessionAffinity } from './service/session-affinity';
import { loadBalancerAnnotation } from './service/load-balancer-annotation';
import { portPair } from './service/port-pair';
import { tlsEntriesRule } from './tls/entries';
import { tlsHosts } from './tls/hosts';
import { fluxSubstitution } from './set/flux-substitution';
import { imagePort } from './workload/image-port';
import { imageTag } from './workload/image-tag';
import { barePod } from './workload/bare-pod';
import { singleReplica } from './workload/single-replica';
import { listens } from './workload/listens';
import { runsAsRoot } from './workload/runs-as-root';
import { portTwice } from './workload/port-twice';
import { noPods } from './workload/no-pods';
import { imageName } from './workload/image-name';
import { configMissing } from './workload/config-missing';
import { serviceAddress } from './workload/service-address';
import { selectorVersion } from './workload/selector-version';
import { readinessProbe } from './workload/readiness-probe';
import { annotationForeign } from './ingress/annotation-foreign';
import { annotationNeeds } from './ingress/annotation-needs';
import { annotationObject } from './ingress/annotation-object';
import { annotationUnknown } from './ingress/annotation-unknown';
import { annotationWorkload } from './ingress/annotation-workload';
import { annotationValue } from './ingress/annotation-value';
import { isolationHostNetwork } from './isolation/host-network';
import { isolationOpenToAll } from './isolation/open-to-all';
import { isolationHostPort } from './isolation/host-port';
import { allowListAddress } from './ingress/allow-list-address';
import { authSecret } from './ingress/auth-secret';
import { canaryMain } from './ingress/canary-main';
import { middlewareReference } from './ingress/middleware-reference';
import { annotationInjection } from './ingress/annotation-injection';
import { defaultBackend } from './ingress/default-backend';
import { emptyHost } from './ingress/empty-host';
import { nginxRift } from './ingress/nginx-rift';
import { noTls } from './ingress/no-tls';
import { plainHttp } from './ingress/plain-http';
import { snippet } from './ingress/snippet';
import { wildcardHost } from './ingress/wildcard-host';
import { backendProtocol } from './tls/backend-protocol';
import { backendPlain } from './tls/backend-plain';
import { tlsPassthrough } from './tls/passthrough';
import { redirectLoop } from './tls/redirect-loop';
import { controllerAdvisory } from './controller/advisory';
import { controllerDashboard } from './controller/dashboard';
import { flagReference } from './controller/flag-reference';
import { portMap } from './controller/port-map';
import { controllerRetired } from './controller/retired';
import { riskySettings } from './controller/risky-settings';
import { controllerClassClash } from './controller/class-clash';
import { controllerIncomplete } from './controller/incomplete';
import { controllerNoAddress } from './controller/no-address';
import { proxyProtocol } from './controller/proxy-protocol';
import { controllerSingleReplica } from './controller/single-replica';
import { noEndpoints } from './service/no-endpoints';
import { handMade } from './service/endpoints';
import { mixedProtocols } from './service/mixed-protocols';
import { traefikEntryPoint } from './traefik/entry-point';
import { traefikReference } from './traefik/reference';
import { traefikMatch } from './traefik/match';
import { traefikApiGroup } from './traefik/api-group';
import { traefikTcpHost } from './traefik/tcp-host';
import { traefikTls } from './traefik/tls';
import { hostConflict } from './route/host-conflict';
import { wildcardOrder } from './route/wildcard-order';
import { resourceBackend } from './ingress/resource-backend';
import { contourRoot } from './contour/root';
import { contourTls } from './contour/tls';
import { nginxReference } from './nginx/reference';
import { nginxHostTaken } from './nginx/host-taken';
import { nginxListener } from './nginx/listener';
import { tlsIssuer } from './tls/issuer';
import { gatewayParent } from './gateway/parent';
import { gatewayAttachment } from './gateway/attachment';
import { gatewayReferenceGrant } from './gateway/reference-grant';
import { gatewayListener } from './gateway/listener';
import { gatewayApiVersion } from './gateway/api-version';
import { istioGateway } from './istio/gateway';
import { istioDestination } from './istio/destination';
import { istioServer } from './istio/server';
import { metalLbAddress } from './metallb/address';
import { metalLbAdvertisement } from './metallb/advertisement';
import { certManagerIssuer } from './cert-manager/issuer';
import { certManagerSolverClass } from './cert-manager/solver-class';
import { providerAnnotation } from './service/provider-annotation';
import { dnsName } from './service/dns-name';
import { certManagerUnusedSecret } from './cert-manager/unused-secret';
import { upstreamProtocol } from './route/upstream-protocol';
import { routeCertificate } from './tls/route-certificate';
import { traefikGatewayPort } from './traefik/gateway-port';

/** Every rule over a set of manifests. */
export const rules: readonly Rule[] = [
  tlsIssuer,
  resourceBackend,
  wildcardOrder,
  hostConflict,
  controllerSingleReplica,
  proxyProtocol,
  controllerNoAddress,
  controllerIncomplete,
  controllerClassClash,
  riskySettings,
  controllerRetired,
  portMap,
  flagReference,
  controllerDashboard,
  controllerAdvisory,
  redirectLoop,
  tlsPassthrough,
  backendProtocol,
  backendPlain,
  wildcardHost,
  snippet,
  plainHttp,
  noTls,
  nginxRift,
  emptyHost,
  defaultBackend,
  annotationInjection,
  middlewareReference,
  canaryMain,
  authSecret,
  allowListAddress,
  annotationValue,
  annotationUnknown,
  annotationWorkload,
  annotationObject,
  annotationNeeds,
  annotationForeign,
  tlsHosts,
  tlsEntriesRule,
  tlsSecretMissing,
  tlsSecretContent,
  certificateHost,
  ingressRewrite,
  regexHost,
  pathPattern,
  pathInjection,
  pathConfusion,
  authGap,
  defaultClasses,
  classUnknown,
  classUnserved,
  classParameters,
  classMissing,
  classController,
  routeShadowed,
  hostTaken,
  hostShared,
  hostForm,
  exampleHost,
  routeCollision,
  backendService,
  backendPort,
  backendKind,
  serviceSelector,
  targetPort,
  selectorTooWide,
  externalName,
  nodePortTaken,
  sameObject,
  hostPortTaken,
  nodeServicePort,
  hostPortRollout,
  hostPortReplicas,
  probePort,
  probeHost,
  probeScheme,
  hostDnsPolicy,
  podSecurityLevel,
  podServiceAccount,
  selectorOverlap,
  statefulSetService,
  autoscalerTarget,
  fixedReplicas,
  twoAutoscalers,
  externalIps,
  externalNameInternal,
  externalNameWayOut,
  hostNetwork,
  hostPort,
  nodePort,
  nodePortBand,
  loadBalancerOpen,
  loadBalancerNodePorts,
  loadBalancerIp,
  sourceRangesCluster,
  sensitivePort,
  adminInterface,
  allowListClient,
  endpointAddress,
  networkPolicy,
  namespacePodSecurity,
  broadRights,
  loadBalancerCount,
  apiDeprecated,
  budgetBlocksDrain,
  budgetSelector,
  twoBudgets,
  bindingParties,
  setNamespace,
  policyAllowedHosts,
  policyAllowedAddresses,
  policyAllowedSources,
  policyNodePortBands,
  policyLoadBalancerProvider,
  policyLoadBalancerBudget,
  policyWaysIn,
  policyIngressClass,
  policyImageRegistry,
  policyPort,
  policyWayIn,
  policyPeerNamespace,
  policyPeerPods,
  policyPeerBoth,
  policyDns,
  policySelector,
  policyPortName,
  addressTaken,
  loadBalancerAddress,
  loadBalancerProvider,
  trafficPolicy,
  sessionAffinity,
  loadBalancerAnnotation,
  portPair,
  fluxSubstitution,
  imagePort,
  imageTag,
  barePod,
  singleReplica,
  selectorVersion,
  listens,
  runsAsRoot,
  portTwice,
  noPods,
  imageName,
  configMissing,
  serviceAddress,
  readinessProbe,
  isolationHostNetwork,
  isolationOpenToAll,
  isolationHostPort,
  noEndpoints,
  handMade,
  mixedProtocols,
  traefikEntryPoint,
  traefikReference,
  traefikMatch,
  traefikApiGroup,
  traefikTcpHost,
  traefikTls,
  contourRoot,
  contourTls,
  nginxReference,
  nginxHostTaken,
  nginxListener,
  gatewayParent,
  gatewayAttachment,
  gatewayReferenceGrant,
  gatewayListener,
  gatewayApiVersion,
  istioGateway,
  istioDestination,
  istioServer,
  metalLbAddress,
  metalLbAdvertisement,
  certManagerIssuer,
  certManagerSolverClass,
  providerAnnotation,
  dnsName,
  certManagerUnusedSecret,
  upstreamProtocol,
  routeCertificate,
  traefikGatewayPort,
];
