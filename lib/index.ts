export { checkApp, CheckedApp } from './checked-app';
export type { AppCheckOptions, CheckedAppProps } from './checked-app';
export { CheckError } from './check/check-error';
export { ConstructError } from './constructs/construct-error';
export { ExposedApp } from './constructs/exposed-app';
export type {
  ContainerAppProps,
  ContainersAppProps,
  ExposedAppProps,
  ExternalAppProps,
  SelectorAppProps,
  WorkloadAppProps,
} from './constructs/exposed-app-props';
export type { ClusterIpExposure, ClusterIpProps } from './constructs/exposures/cluster-ip';
export { Exposure } from './constructs/exposures/exposure';
export type { HostExposure, PodExposure, ServiceExposure } from './constructs/exposures/exposure';
export type { ExternalIpsExposure, ExternalIpsProps } from './constructs/exposures/external-ips';
export type { ExternalNameExposure, ExternalNameProps } from './constructs/exposures/external-name';
export type { HeadlessExposure, HeadlessProps } from './constructs/exposures/headless';
export type { HostNetworkExposure } from './constructs/exposures/host-network';
export type { HostPort, HostPortExposure, HostPortProps } from './constructs/exposures/host-port';
export type {
  IngressBackend,
  IngressExposure,
  IngressPath,
  IngressProps,
  IngressRule,
  IngressTls,
  PathType,
  ResourceBackend,
} from './constructs/exposures/ingress';
export type { LoadBalancerExposure, LoadBalancerProps } from './constructs/exposures/load-balancer';
export type { NodePortExposure, NodePortProps } from './constructs/exposures/node-port';
export type { PortRouteProps, TcpRouteExposure, UdpRouteExposure } from './constructs/exposures/port-route';
export type {
  ClusterIpOptions,
  ExternalDns,
  ExternalServiceOptions,
  NodeServicePort,
  ServiceOptions,
  ServicePort,
  SessionAffinity,
} from './constructs/exposures/service-options';
export type { AppPods, IsolationProps, Peer } from './constructs/isolation/props';
export type { AppPort, Protocol } from './constructs/ports';
export type {
  ContainerProps,
  InitContainerProps,
  NamedContainerProps,
  ResourceList,
} from './constructs/workload/container';
export { Env } from './constructs/workload/env';
export type { EnvFrom, EnvSource, EnvValue, Named } from './constructs/workload/env';
export type { GivenWorkload } from './constructs/workload/given-workload';
export type { PodProps } from './constructs/workload/pod-template';
export type {
  Check,
  HttpCheck,
  Lifecycle,
  LifecycleHandler,
  Probe,
  Probes,
  ProbeTiming,
} from './constructs/workload/probes';
export type {
  AutoscaledProps,
  AutoscalingProps,
  DaemonSetUpdateStrategy,
  DeploymentUpdateStrategy,
  DisruptionBudgetProps,
  PerNodeProps,
  ReplicatedProps,
  ScalingProps,
  Share,
  StatefulProps,
  StatefulSetProps,
  StatefulSetUpdateStrategy,
  VolumeClaim,
} from './constructs/workload/scaling';
export type { SecurityProps } from './constructs/workload/security';
export { Volume } from './constructs/workload/volumes';
export type { KeysAsFiles, Mount, VolumeProps, VolumeSource } from './constructs/workload/volumes';
export type { LoadBalancerHealthCheck, LoadBalancerWishes } from './target/load-balancer';
export { Provider } from './target/provider';
export type { AlibabaCloudProps } from './target/providers/alibaba-cloud';
export type { AwsProps } from './target/providers/aws';
export type { GcpProps } from './target/providers/gcp';
export type { MetalLbProps } from './target/providers/metal-lb';
export { controllers } from './controllers';
export type { ControllerName } from './controllers';
export type * from './controllers/ingress-options';
export { IngressController } from './constructs/controllers/ingress-controller';
export type { ControllerExposure, ControllerPort, ControllerProps } from './constructs/controllers/controller-props';
export type { ContourProps, ControlPlaneProps } from './constructs/controllers/contour/props';
export type { HaproxyProps } from './constructs/controllers/haproxy/props';
export type { NginxProps } from './constructs/controllers/nginx/props';
export type { IngressNginxProps, IngressNginxSidePorts } from './constructs/controllers/ingress-nginx/props';
export type { TraefikProps } from './constructs/controllers/traefik/install';
export type {
  AwsLoadBalancerProps,
  AzureApplicationGatewayProps,
  GkeProps,
  IstioProps,
} from './constructs/controllers/ingress-controller';
export { ExistingController } from './constructs/controllers/existing-controller';
export type { CustomControllerProps, ExistingControllerProps } from './constructs/controllers/existing-controller';
export type { InstalledController } from './constructs/controllers/installed-controller';
export { Target } from './target/target';
export type { TargetIngressClass, TargetProps } from './target/target';
export { documentsOf } from './manifests/documents-of';
export type { ManifestDocument, ReadProblem } from './manifests/manifest-document';
export { parseManifests } from './manifests/parse-manifests';
export { readManifests } from './manifests/read-manifests';
export type { FieldError, FieldErrorType } from './validation/field-errors';
export { podSecurity } from './validation/pod-security/pod-security';
export type {
  PodSecurityOptions,
  PodSecurityReport,
  PodSecurityViolation,
} from './validation/pod-security/pod-security';
export { deprecations } from './validation/warnings/deprecations';
export type { Deprecation, DeprecationOptions } from './validation/warnings/deprecations';
export { validateManifest } from './validation/validate-manifest';
export type { ValidateOptions } from './validation/validate-manifest';
export { check } from './check';
export type { CheckOptions } from './check';
export type * from './findings/finding';
export type { Waiver } from './findings/waiver';
export type { Waivable, Waived } from './constructs/waivable';
export type { ObjectWaiver, Policy, Preset } from './policy/policy';
export type { LoadBalancerBudget, RuleParameters, WayInName } from './rules/parameters';
export { defineRule } from './rules/rule';
export type { Edit, FieldOf, Problem, Rating, Rule, RuleContext, RuleExample } from './rules/rule';
export type { ExistingObject } from './target/existing-objects';
