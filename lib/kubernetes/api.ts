// Written by scripts/update-schemas.ts from the OpenAPI documents of all known releases. Do not edit.
/** A field of any object may be null, which the API server reads as absent. */
type Maybe<T> = T | null | undefined;
export interface AWSElasticBlockStoreVolumeSource {
  readonly fsType?: Maybe<string>;
  readonly partition?: Maybe<number>;
  readonly readOnly?: Maybe<boolean>;
  readonly volumeID?: Maybe<string>;
}
export interface Affinity {
  readonly nodeAffinity?: Maybe<NodeAffinity>;
  readonly podAffinity?: Maybe<PodAffinity>;
  readonly podAntiAffinity?: Maybe<PodAntiAffinity>;
}
export interface AggregationRule {
  readonly clusterRoleSelectors?: Maybe<readonly Maybe<LabelSelector>[]>;
}
export interface AppArmorProfile {
  readonly localhostProfile?: Maybe<string>;
  readonly type?: Maybe<string>;
}
export interface AzureDiskVolumeSource {
  readonly cachingMode?: Maybe<string>;
  readonly diskName?: Maybe<string>;
  readonly diskURI?: Maybe<string>;
  readonly fsType?: Maybe<string>;
  readonly kind?: Maybe<string>;
  readonly readOnly?: Maybe<boolean>;
}
export interface AzureFilePersistentVolumeSource {
  readonly readOnly?: Maybe<boolean>;
  readonly secretName?: Maybe<string>;
  readonly secretNamespace?: Maybe<string>;
  readonly shareName?: Maybe<string>;
}
export interface AzureFileVolumeSource {
  readonly readOnly?: Maybe<boolean>;
  readonly secretName?: Maybe<string>;
  readonly shareName?: Maybe<string>;
}
export interface CSIPersistentVolumeSource {
  readonly controllerExpandSecretRef?: Maybe<SecretReference>;
  readonly controllerPublishSecretRef?: Maybe<SecretReference>;
  readonly driver?: Maybe<string>;
  readonly fsType?: Maybe<string>;
  readonly nodeExpandSecretRef?: Maybe<SecretReference>;
  readonly nodePublishSecretRef?: Maybe<SecretReference>;
  readonly nodeStageSecretRef?: Maybe<SecretReference>;
  readonly readOnly?: Maybe<boolean>;
  readonly volumeAttributes?: Maybe<Readonly<Record<string, Maybe<string>>>>;
  readonly volumeHandle?: Maybe<string>;
}
export interface CSIVolumeSource {
  readonly driver?: Maybe<string>;
  readonly fsType?: Maybe<string>;
  readonly nodePublishSecretRef?: Maybe<LocalObjectReference>;
  readonly readOnly?: Maybe<boolean>;
  readonly volumeAttributes?: Maybe<Readonly<Record<string, Maybe<string>>>>;
}
export interface Capabilities {
  readonly add?: Maybe<readonly Maybe<string>[]>;
  readonly drop?: Maybe<readonly Maybe<string>[]>;
}
export interface CephFSPersistentVolumeSource {
  readonly monitors?: Maybe<readonly Maybe<string>[]>;
  readonly path?: Maybe<string>;
  readonly readOnly?: Maybe<boolean>;
  readonly secretFile?: Maybe<string>;
  readonly secretRef?: Maybe<SecretReference>;
  readonly user?: Maybe<string>;
}
export interface CephFSVolumeSource {
  readonly monitors?: Maybe<readonly Maybe<string>[]>;
  readonly path?: Maybe<string>;
  readonly readOnly?: Maybe<boolean>;
  readonly secretFile?: Maybe<string>;
  readonly secretRef?: Maybe<LocalObjectReference>;
  readonly user?: Maybe<string>;
}
export interface CinderPersistentVolumeSource {
  readonly fsType?: Maybe<string>;
  readonly readOnly?: Maybe<boolean>;
  readonly secretRef?: Maybe<SecretReference>;
  readonly volumeID?: Maybe<string>;
}
export interface CinderVolumeSource {
  readonly fsType?: Maybe<string>;
  readonly readOnly?: Maybe<boolean>;
  readonly secretRef?: Maybe<LocalObjectReference>;
  readonly volumeID?: Maybe<string>;
}
export interface ClaimSource {
  readonly resourceClaimName?: Maybe<string>;
  readonly resourceClaimTemplateName?: Maybe<string>;
}
export interface ClientIPConfig {
  readonly timeoutSeconds?: Maybe<number>;
}
export interface ClusterRole {
  readonly aggregationRule?: Maybe<AggregationRule>;
  readonly apiVersion?: Maybe<string>;
  readonly kind?: Maybe<string>;
  readonly metadata?: Maybe<ObjectMeta>;
  readonly rules?: Maybe<readonly Maybe<PolicyRule>[]>;
}
export interface ClusterRoleBinding {
  readonly apiVersion?: Maybe<string>;
  readonly kind?: Maybe<string>;
  readonly metadata?: Maybe<ObjectMeta>;
  readonly roleRef?: Maybe<RoleRef>;
  readonly subjects?: Maybe<readonly Maybe<Subject>[]>;
}
export interface ClusterTrustBundleProjection {
  readonly labelSelector?: Maybe<LabelSelector>;
  readonly name?: Maybe<string>;
  readonly optional?: Maybe<boolean>;
  readonly path?: Maybe<string>;
  readonly signerName?: Maybe<string>;
  readonly user?: Maybe<number>;
}
export interface Condition {
  readonly lastTransitionTime?: Maybe<string>;
  readonly message?: Maybe<string>;
  readonly observedGeneration?: Maybe<number>;
  readonly reason?: Maybe<string>;
  readonly status?: Maybe<string>;
  readonly type?: Maybe<string>;
}
export interface ConfigMap {
  readonly apiVersion?: Maybe<string>;
  readonly binaryData?: Maybe<Readonly<Record<string, Maybe<string | readonly Maybe<number>[]>>>>;
  readonly data?: Maybe<Readonly<Record<string, Maybe<string>>>>;
  readonly immutable?: Maybe<boolean>;
  readonly kind?: Maybe<string>;
  readonly metadata?: Maybe<ObjectMeta>;
}
export interface ConfigMapEnvSource {
  readonly name?: Maybe<string>;
  readonly optional?: Maybe<boolean>;
}
export interface ConfigMapKeySelector {
  readonly key?: Maybe<string>;
  readonly name?: Maybe<string>;
  readonly optional?: Maybe<boolean>;
}
export interface ConfigMapProjection {
  readonly items?: Maybe<readonly Maybe<KeyToPath>[]>;
  readonly name?: Maybe<string>;
  readonly optional?: Maybe<boolean>;
}
export interface ConfigMapVolumeSource {
  readonly defaultMode?: Maybe<number>;
  readonly defaultUser?: Maybe<number>;
  readonly items?: Maybe<readonly Maybe<KeyToPath>[]>;
  readonly name?: Maybe<string>;
  readonly optional?: Maybe<boolean>;
}
export interface Container {
  readonly args?: Maybe<readonly Maybe<string>[]>;
  readonly command?: Maybe<readonly Maybe<string>[]>;
  readonly env?: Maybe<readonly Maybe<EnvVar>[]>;
  readonly envFrom?: Maybe<readonly Maybe<EnvFromSource>[]>;
  readonly image?: Maybe<string>;
  readonly imagePullPolicy?: Maybe<string>;
  readonly lifecycle?: Maybe<Lifecycle>;
  readonly livenessProbe?: Maybe<Probe>;
  readonly name?: Maybe<string>;
  readonly ports?: Maybe<readonly Maybe<ContainerPort>[]>;
  readonly readinessProbe?: Maybe<Probe>;
  readonly resizePolicy?: Maybe<readonly Maybe<ContainerResizePolicy>[]>;
  readonly resources?: Maybe<ResourceRequirements>;
  readonly restartPolicy?: Maybe<string>;
  readonly restartPolicyRules?: Maybe<readonly Maybe<ContainerRestartRule>[]>;
  readonly securityContext?: Maybe<SecurityContext>;
  readonly startupProbe?: Maybe<Probe>;
  readonly stdin?: Maybe<boolean>;
  readonly stdinOnce?: Maybe<boolean>;
  readonly terminationMessagePath?: Maybe<string>;
  readonly terminationMessagePolicy?: Maybe<string>;
  readonly tty?: Maybe<boolean>;
  readonly volumeDevices?: Maybe<readonly Maybe<VolumeDevice>[]>;
  readonly volumeMounts?: Maybe<readonly Maybe<VolumeMount>[]>;
  readonly workingDir?: Maybe<string>;
}
export interface ContainerExtendedResourceRequest {
  readonly containerName?: Maybe<string>;
  readonly requestName?: Maybe<string>;
  readonly resourceName?: Maybe<string>;
}
export interface ContainerPort {
  readonly containerPort?: Maybe<number>;
  readonly hostIP?: Maybe<string>;
  readonly hostPort?: Maybe<number>;
  readonly name?: Maybe<string>;
  readonly protocol?: Maybe<string>;
}
export interface ContainerResizePolicy {
  readonly resourceName?: Maybe<string>;
  readonly restartPolicy?: Maybe<string>;
}
export interface ContainerResourceMetricSource {
  readonly container?: Maybe<string>;
  readonly name?: Maybe<string>;
  readonly target?: Maybe<MetricTarget>;
}
export interface ContainerResourceMetricStatus {
  readonly container?: Maybe<string>;
  readonly current?: Maybe<MetricValueStatus>;
  readonly name?: Maybe<string>;
}
export interface ContainerRestartRule {
  readonly action?: Maybe<string>;
  readonly exitCodes?: Maybe<ContainerRestartRuleOnExitCodes>;
}
export interface ContainerRestartRuleOnExitCodes {
  readonly operator?: Maybe<string>;
  readonly values?: Maybe<readonly Maybe<number>[]>;
}
export interface ContainerState {
  readonly running?: Maybe<ContainerStateRunning>;
  readonly terminated?: Maybe<ContainerStateTerminated>;
  readonly waiting?: Maybe<ContainerStateWaiting>;
}
export interface ContainerStateRunning {
  readonly startedAt?: Maybe<string>;
}
export interface ContainerStateTerminated {
  readonly containerID?: Maybe<string>;
  readonly exitCode?: Maybe<number>;
  readonly finishedAt?: Maybe<string>;
  readonly message?: Maybe<string>;
  readonly reason?: Maybe<string>;
  readonly signal?: Maybe<number>;
  readonly startedAt?: Maybe<string>;
}
export interface ContainerStateWaiting {
  readonly message?: Maybe<string>;
  readonly reason?: Maybe<string>;
}
export interface ContainerStatus {
  readonly allocatedResources?: Maybe<Readonly<Record<string, Maybe<string | number>>>>;
  readonly allocatedResourcesStatus?: Maybe<readonly Maybe<ResourceStatus>[]>;
  readonly containerID?: Maybe<string>;
  readonly image?: Maybe<string>;
  readonly imageID?: Maybe<string>;
  readonly lastState?: Maybe<ContainerState>;
  readonly name?: Maybe<string>;
  readonly ready?: Maybe<boolean>;
  readonly resources?: Maybe<ResourceRequirements>;
  readonly restartCount?: Maybe<number>;
  readonly started?: Maybe<boolean>;
  readonly state?: Maybe<ContainerState>;
  readonly stopSignal?: Maybe<string>;
  readonly user?: Maybe<ContainerUser>;
  readonly volumeMounts?: Maybe<readonly Maybe<VolumeMountStatus>[]>;
}
export interface ContainerUser {
  readonly linux?: Maybe<LinuxContainerUser>;
}
export interface CronJob {
  readonly apiVersion?: Maybe<string>;
  readonly kind?: Maybe<string>;
  readonly metadata?: Maybe<ObjectMeta>;
  readonly spec?: Maybe<CronJobSpec>;
  readonly status?: Maybe<CronJobStatus>;
}
export interface CronJobSpec {
  readonly concurrencyPolicy?: Maybe<string>;
  readonly failedJobsHistoryLimit?: Maybe<number>;
  readonly jobTemplate?: Maybe<JobTemplateSpec>;
  readonly schedule?: Maybe<string>;
  readonly startingDeadlineSeconds?: Maybe<number>;
  readonly successfulJobsHistoryLimit?: Maybe<number>;
  readonly suspend?: Maybe<boolean>;
  readonly timeZone?: Maybe<string>;
}
export interface CronJobStatus {
  readonly active?: Maybe<readonly Maybe<ObjectReference>[]>;
  readonly lastScheduleTime?: Maybe<string>;
  readonly lastSuccessfulTime?: Maybe<string>;
}
export interface CrossVersionObjectReference {
  readonly apiVersion?: Maybe<string>;
  readonly kind?: Maybe<string>;
  readonly name?: Maybe<string>;
}
export interface DaemonSet {
  readonly apiVersion?: Maybe<string>;
  readonly kind?: Maybe<string>;
  readonly metadata?: Maybe<ObjectMeta>;
  readonly spec?: Maybe<DaemonSetSpec>;
  readonly status?: Maybe<DaemonSetStatus>;
}
export interface DaemonSetCondition {
  readonly lastTransitionTime?: Maybe<string>;
  readonly message?: Maybe<string>;
  readonly reason?: Maybe<string>;
  readonly status?: Maybe<string>;
  readonly type?: Maybe<string>;
}
export interface DaemonSetSpec {
  readonly minReadySeconds?: Maybe<number>;
  readonly revisionHistoryLimit?: Maybe<number>;
  readonly selector?: Maybe<LabelSelector>;
  readonly template?: Maybe<PodTemplateSpec>;
  readonly updateStrategy?: Maybe<DaemonSetUpdateStrategy>;
}
export interface DaemonSetStatus {
  readonly collisionCount?: Maybe<number>;
  readonly conditions?: Maybe<readonly Maybe<DaemonSetCondition>[]>;
  readonly currentNumberScheduled?: Maybe<number>;
  readonly desiredNumberScheduled?: Maybe<number>;
  readonly numberAvailable?: Maybe<number>;
  readonly numberMisscheduled?: Maybe<number>;
  readonly numberReady?: Maybe<number>;
  readonly numberUnavailable?: Maybe<number>;
  readonly observedGeneration?: Maybe<number>;
  readonly updatedNumberScheduled?: Maybe<number>;
}
export interface DaemonSetUpdateStrategy {
  readonly rollingUpdate?: Maybe<RollingUpdateDaemonSet>;
  readonly type?: Maybe<string>;
}
export interface Deployment {
  readonly apiVersion?: Maybe<string>;
  readonly kind?: Maybe<string>;
  readonly metadata?: Maybe<ObjectMeta>;
  readonly spec?: Maybe<DeploymentSpec>;
  readonly status?: Maybe<DeploymentStatus>;
}
export interface DeploymentCondition {
  readonly lastTransitionTime?: Maybe<string>;
  readonly lastUpdateTime?: Maybe<string>;
  readonly message?: Maybe<string>;
  readonly reason?: Maybe<string>;
  readonly status?: Maybe<string>;
  readonly type?: Maybe<string>;
}
export interface DeploymentSpec {
  readonly minReadySeconds?: Maybe<number>;
  readonly paused?: Maybe<boolean>;
  readonly progressDeadlineSeconds?: Maybe<number>;
  readonly replicas?: Maybe<number>;
  readonly revisionHistoryLimit?: Maybe<number>;
  readonly selector?: Maybe<LabelSelector>;
  readonly strategy?: Maybe<DeploymentStrategy>;
  readonly template?: Maybe<PodTemplateSpec>;
}
export interface DeploymentStatus {
  readonly availableReplicas?: Maybe<number>;
  readonly collisionCount?: Maybe<number>;
  readonly conditions?: Maybe<readonly Maybe<DeploymentCondition>[]>;
  readonly observedGeneration?: Maybe<number>;
  readonly readyReplicas?: Maybe<number>;
  readonly replicas?: Maybe<number>;
  readonly terminatingReplicas?: Maybe<number>;
  readonly unavailableReplicas?: Maybe<number>;
  readonly updatedReplicas?: Maybe<number>;
}
export interface DeploymentStrategy {
  readonly rollingUpdate?: Maybe<RollingUpdateDeployment>;
  readonly type?: Maybe<string>;
}
export interface DownwardAPIProjection {
  readonly items?: Maybe<readonly Maybe<DownwardAPIVolumeFile>[]>;
}
export interface DownwardAPIVolumeFile {
  readonly fieldRef?: Maybe<ObjectFieldSelector>;
  readonly mode?: Maybe<number>;
  readonly path?: Maybe<string>;
  readonly resourceFieldRef?: Maybe<ResourceFieldSelector>;
  readonly user?: Maybe<number>;
}
export interface DownwardAPIVolumeSource {
  readonly defaultMode?: Maybe<number>;
  readonly defaultUser?: Maybe<number>;
  readonly items?: Maybe<readonly Maybe<DownwardAPIVolumeFile>[]>;
}
export interface EmptyDirVolumeSource {
  readonly medium?: Maybe<string>;
  readonly mode?: Maybe<number>;
  readonly sizeLimit?: Maybe<string | number>;
}
export interface Endpoint {
  readonly addresses?: Maybe<readonly Maybe<string>[]>;
  readonly conditions?: Maybe<EndpointConditions>;
  readonly deprecatedTopology?: Maybe<Readonly<Record<string, Maybe<string>>>>;
  readonly hints?: Maybe<EndpointHints>;
  readonly hostname?: Maybe<string>;
  readonly nodeName?: Maybe<string>;
  readonly targetRef?: Maybe<ObjectReference>;
  readonly zone?: Maybe<string>;
}
export interface EndpointAddress {
  readonly hostname?: Maybe<string>;
  readonly ip?: Maybe<string>;
  readonly nodeName?: Maybe<string>;
  readonly targetRef?: Maybe<ObjectReference>;
}
export interface EndpointConditions {
  readonly ready?: Maybe<boolean>;
  readonly serving?: Maybe<boolean>;
  readonly terminating?: Maybe<boolean>;
}
export interface EndpointHints {
  readonly forNodes?: Maybe<readonly Maybe<ForNode>[]>;
  readonly forZones?: Maybe<readonly Maybe<ForZone>[]>;
}
export interface EndpointPort {
  readonly appProtocol?: Maybe<string>;
  readonly name?: Maybe<string>;
  readonly port?: Maybe<number>;
  readonly protocol?: Maybe<string>;
}
export interface EndpointSlice {
  readonly addressType?: Maybe<string>;
  readonly apiVersion?: Maybe<string>;
  readonly endpoints?: Maybe<readonly Maybe<Endpoint>[]>;
  readonly kind?: Maybe<string>;
  readonly metadata?: Maybe<ObjectMeta>;
  readonly ports?: Maybe<readonly Maybe<EndpointPort>[]>;
}
export interface EndpointSubset {
  readonly addresses?: Maybe<readonly Maybe<EndpointAddress>[]>;
  readonly notReadyAddresses?: Maybe<readonly Maybe<EndpointAddress>[]>;
  readonly ports?: Maybe<readonly Maybe<EndpointPort>[]>;
}
export interface Endpoints {
  readonly apiVersion?: Maybe<string>;
  readonly kind?: Maybe<string>;
  readonly metadata?: Maybe<ObjectMeta>;
  readonly subsets?: Maybe<readonly Maybe<EndpointSubset>[]>;
}
export interface EnvFromSource {
  readonly configMapRef?: Maybe<ConfigMapEnvSource>;
  readonly prefix?: Maybe<string>;
  readonly secretRef?: Maybe<SecretEnvSource>;
}
export interface EnvVar {
  readonly name?: Maybe<string>;
  readonly value?: Maybe<string>;
  readonly valueFrom?: Maybe<EnvVarSource>;
}
export interface EnvVarSource {
  readonly configMapKeyRef?: Maybe<ConfigMapKeySelector>;
  readonly fieldRef?: Maybe<ObjectFieldSelector>;
  readonly fileKeyRef?: Maybe<FileKeySelector>;
  readonly resourceFieldRef?: Maybe<ResourceFieldSelector>;
  readonly secretKeyRef?: Maybe<SecretKeySelector>;
}
export interface EphemeralContainer {
  readonly args?: Maybe<readonly Maybe<string>[]>;
  readonly command?: Maybe<readonly Maybe<string>[]>;
  readonly env?: Maybe<readonly Maybe<EnvVar>[]>;
  readonly envFrom?: Maybe<readonly Maybe<EnvFromSource>[]>;
  readonly image?: Maybe<string>;
  readonly imagePullPolicy?: Maybe<string>;
  readonly lifecycle?: Maybe<Lifecycle>;
  readonly livenessProbe?: Maybe<Probe>;
  readonly name?: Maybe<string>;
  readonly ports?: Maybe<readonly Maybe<ContainerPort>[]>;
  readonly readinessProbe?: Maybe<Probe>;
  readonly resizePolicy?: Maybe<readonly Maybe<ContainerResizePolicy>[]>;
  readonly resources?: Maybe<ResourceRequirements>;
  readonly restartPolicy?: Maybe<string>;
  readonly restartPolicyRules?: Maybe<readonly Maybe<ContainerRestartRule>[]>;
  readonly securityContext?: Maybe<SecurityContext>;
  readonly startupProbe?: Maybe<Probe>;
  readonly stdin?: Maybe<boolean>;
  readonly stdinOnce?: Maybe<boolean>;
  readonly targetContainerName?: Maybe<string>;
  readonly terminationMessagePath?: Maybe<string>;
  readonly terminationMessagePolicy?: Maybe<string>;
  readonly tty?: Maybe<boolean>;
  readonly volumeDevices?: Maybe<readonly Maybe<VolumeDevice>[]>;
  readonly volumeMounts?: Maybe<readonly Maybe<VolumeMount>[]>;
  readonly workingDir?: Maybe<string>;
}
export interface EphemeralVolumeSource {
  readonly volumeClaimTemplate?: Maybe<PersistentVolumeClaimTemplate>;
}
export interface EvictionResponder {
  readonly name?: Maybe<string>;
  readonly priority?: Maybe<number>;
}
export interface ExecAction {
  readonly command?: Maybe<readonly Maybe<string>[]>;
}
export interface ExternalMetricSource {
  readonly metric?: Maybe<MetricIdentifier>;
  readonly target?: Maybe<MetricTarget>;
}
export interface ExternalMetricStatus {
  readonly current?: Maybe<MetricValueStatus>;
  readonly metric?: Maybe<MetricIdentifier>;
}
export interface FCVolumeSource {
  readonly fsType?: Maybe<string>;
  readonly lun?: Maybe<number>;
  readonly readOnly?: Maybe<boolean>;
  readonly targetWWNs?: Maybe<readonly Maybe<string>[]>;
  readonly wwids?: Maybe<readonly Maybe<string>[]>;
}
export interface FileKeySelector {
  readonly key?: Maybe<string>;
  readonly optional?: Maybe<boolean>;
  readonly path?: Maybe<string>;
  readonly volumeName?: Maybe<string>;
}
export interface FlexPersistentVolumeSource {
  readonly driver?: Maybe<string>;
  readonly fsType?: Maybe<string>;
  readonly options?: Maybe<Readonly<Record<string, Maybe<string>>>>;
  readonly readOnly?: Maybe<boolean>;
  readonly secretRef?: Maybe<SecretReference>;
}
export interface FlexVolumeSource {
  readonly driver?: Maybe<string>;
  readonly fsType?: Maybe<string>;
  readonly options?: Maybe<Readonly<Record<string, Maybe<string>>>>;
  readonly readOnly?: Maybe<boolean>;
  readonly secretRef?: Maybe<LocalObjectReference>;
}
export interface FlockerVolumeSource {
  readonly datasetName?: Maybe<string>;
  readonly datasetUUID?: Maybe<string>;
}
export interface ForNode {
  readonly name?: Maybe<string>;
}
export interface ForZone {
  readonly name?: Maybe<string>;
}
export interface GCEPersistentDiskVolumeSource {
  readonly fsType?: Maybe<string>;
  readonly partition?: Maybe<number>;
  readonly pdName?: Maybe<string>;
  readonly readOnly?: Maybe<boolean>;
}
export interface GRPCAction {
  readonly mode?: Maybe<string>;
  readonly port?: Maybe<number>;
  readonly service?: Maybe<string>;
}
export interface GitRepoVolumeSource {
  readonly directory?: Maybe<string>;
  readonly repository?: Maybe<string>;
  readonly revision?: Maybe<string>;
}
export interface GlusterfsPersistentVolumeSource {
  readonly endpoints?: Maybe<string>;
  readonly endpointsNamespace?: Maybe<string>;
  readonly path?: Maybe<string>;
  readonly readOnly?: Maybe<boolean>;
}
export interface GlusterfsVolumeSource {
  readonly endpoints?: Maybe<string>;
  readonly path?: Maybe<string>;
  readonly readOnly?: Maybe<boolean>;
}
export interface HPAScalingPolicy {
  readonly periodSeconds?: Maybe<number>;
  readonly type?: Maybe<string>;
  readonly value?: Maybe<number>;
}
export interface HPAScalingRules {
  readonly policies?: Maybe<readonly Maybe<HPAScalingPolicy>[]>;
  readonly selectPolicy?: Maybe<string>;
  readonly stabilizationWindowSeconds?: Maybe<number>;
  readonly tolerance?: Maybe<string | number>;
}
export interface HTTPGetAction {
  readonly host?: Maybe<string>;
  readonly httpHeaders?: Maybe<readonly Maybe<HTTPHeader>[]>;
  readonly path?: Maybe<string>;
  readonly port?: Maybe<string | number>;
  readonly protocol?: Maybe<string>;
  readonly scheme?: Maybe<string>;
}
export interface HTTPHeader {
  readonly name?: Maybe<string>;
  readonly value?: Maybe<string>;
}
export interface HTTPIngressPath {
  readonly backend?: Maybe<IngressBackend>;
  readonly path?: Maybe<string>;
  readonly pathType?: Maybe<string>;
}
export interface HTTPIngressRuleValue {
  readonly paths?: Maybe<readonly Maybe<HTTPIngressPath>[]>;
}
export interface HorizontalPodAutoscaler {
  readonly apiVersion?: Maybe<string>;
  readonly kind?: Maybe<string>;
  readonly metadata?: Maybe<ObjectMeta>;
  readonly spec?: Maybe<HorizontalPodAutoscalerSpec>;
  readonly status?: Maybe<HorizontalPodAutoscalerStatus>;
}
export interface HorizontalPodAutoscalerBehavior {
  readonly scaleDown?: Maybe<HPAScalingRules>;
  readonly scaleUp?: Maybe<HPAScalingRules>;
}
export interface HorizontalPodAutoscalerCondition {
  readonly lastTransitionTime?: Maybe<string>;
  readonly message?: Maybe<string>;
  readonly observedGeneration?: Maybe<number>;
  readonly reason?: Maybe<string>;
  readonly status?: Maybe<string>;
  readonly type?: Maybe<string>;
}
export interface HorizontalPodAutoscalerSpec {
  readonly behavior?: Maybe<HorizontalPodAutoscalerBehavior>;
  readonly maxReplicas?: Maybe<number>;
  readonly metrics?: Maybe<readonly Maybe<MetricSpec>[]>;
  readonly minReplicas?: Maybe<number>;
  readonly scaleTargetRef?: Maybe<CrossVersionObjectReference>;
}
export interface HorizontalPodAutoscalerStatus {
  readonly conditions?: Maybe<readonly Maybe<HorizontalPodAutoscalerCondition>[]>;
  readonly currentMetrics?: Maybe<readonly Maybe<MetricStatus>[]>;
  readonly currentReplicas?: Maybe<number>;
  readonly desiredReplicas?: Maybe<number>;
  readonly lastScaleTime?: Maybe<string>;
  readonly observedGeneration?: Maybe<number>;
}
export interface HostAlias {
  readonly hostnames?: Maybe<readonly Maybe<string>[]>;
  readonly ip?: Maybe<string>;
}
export interface HostIP {
  readonly ip?: Maybe<string>;
}
export interface HostPathVolumeSource {
  readonly path?: Maybe<string>;
  readonly type?: Maybe<string>;
}
export interface IPBlock {
  readonly cidr?: Maybe<string>;
  readonly except?: Maybe<readonly Maybe<string>[]>;
}
export interface ISCSIPersistentVolumeSource {
  readonly chapAuthDiscovery?: Maybe<boolean>;
  readonly chapAuthSession?: Maybe<boolean>;
  readonly fsType?: Maybe<string>;
  readonly initiatorName?: Maybe<string>;
  readonly iqn?: Maybe<string>;
  readonly iscsiInterface?: Maybe<string>;
  readonly lun?: Maybe<number>;
  readonly portals?: Maybe<readonly Maybe<string>[]>;
  readonly readOnly?: Maybe<boolean>;
  readonly secretRef?: Maybe<SecretReference>;
  readonly targetPortal?: Maybe<string>;
}
export interface ISCSIVolumeSource {
  readonly chapAuthDiscovery?: Maybe<boolean>;
  readonly chapAuthSession?: Maybe<boolean>;
  readonly fsType?: Maybe<string>;
  readonly initiatorName?: Maybe<string>;
  readonly iqn?: Maybe<string>;
  readonly iscsiInterface?: Maybe<string>;
  readonly lun?: Maybe<number>;
  readonly portals?: Maybe<readonly Maybe<string>[]>;
  readonly readOnly?: Maybe<boolean>;
  readonly secretRef?: Maybe<LocalObjectReference>;
  readonly targetPortal?: Maybe<string>;
}
export interface ImageVolumeSource {
  readonly pullPolicy?: Maybe<string>;
  readonly reference?: Maybe<string>;
}
export interface ImageVolumeStatus {
  readonly imageRef?: Maybe<string>;
}
export interface Ingress {
  readonly apiVersion?: Maybe<string>;
  readonly kind?: Maybe<string>;
  readonly metadata?: Maybe<ObjectMeta>;
  readonly spec?: Maybe<IngressSpec>;
  readonly status?: Maybe<IngressStatus>;
}
export interface IngressBackend {
  readonly resource?: Maybe<TypedLocalObjectReference>;
  readonly service?: Maybe<IngressServiceBackend>;
}
export interface IngressClass {
  readonly apiVersion?: Maybe<string>;
  readonly kind?: Maybe<string>;
  readonly metadata?: Maybe<ObjectMeta>;
  readonly spec?: Maybe<IngressClassSpec>;
}
export interface IngressClassParametersReference {
  readonly apiGroup?: Maybe<string>;
  readonly kind?: Maybe<string>;
  readonly name?: Maybe<string>;
  readonly namespace?: Maybe<string>;
  readonly scope?: Maybe<string>;
}
export interface IngressClassSpec {
  readonly controller?: Maybe<string>;
  readonly parameters?: Maybe<IngressClassParametersReference>;
}
export interface IngressLoadBalancerIngress {
  readonly hostname?: Maybe<string>;
  readonly ip?: Maybe<string>;
  readonly ports?: Maybe<readonly Maybe<IngressPortStatus>[]>;
}
export interface IngressLoadBalancerStatus {
  readonly ingress?: Maybe<readonly Maybe<IngressLoadBalancerIngress>[]>;
}
export interface IngressPortStatus {
  readonly error?: Maybe<string>;
  readonly port?: Maybe<number>;
  readonly protocol?: Maybe<string>;
}
export interface IngressRule {
  readonly host?: Maybe<string>;
  readonly http?: Maybe<HTTPIngressRuleValue>;
}
export interface IngressServiceBackend {
  readonly name?: Maybe<string>;
  readonly port?: Maybe<ServiceBackendPort>;
}
export interface IngressSpec {
  readonly defaultBackend?: Maybe<IngressBackend>;
  readonly ingressClassName?: Maybe<string>;
  readonly rules?: Maybe<readonly Maybe<IngressRule>[]>;
  readonly tls?: Maybe<readonly Maybe<IngressTLS>[]>;
}
export interface IngressStatus {
  readonly loadBalancer?: Maybe<IngressLoadBalancerStatus>;
}
export interface IngressTLS {
  readonly hosts?: Maybe<readonly Maybe<string>[]>;
  readonly secretName?: Maybe<string>;
}
export interface Job {
  readonly apiVersion?: Maybe<string>;
  readonly kind?: Maybe<string>;
  readonly metadata?: Maybe<ObjectMeta>;
  readonly spec?: Maybe<JobSpec>;
  readonly status?: Maybe<JobStatus>;
}
export interface JobCondition {
  readonly lastProbeTime?: Maybe<string>;
  readonly lastTransitionTime?: Maybe<string>;
  readonly message?: Maybe<string>;
  readonly reason?: Maybe<string>;
  readonly status?: Maybe<string>;
  readonly type?: Maybe<string>;
}
export interface JobSchedulingConfiguration {
  readonly disruptionMode?: Maybe<WorkloadPodGroupDisruptionMode>;
  readonly resourceClaims?: Maybe<readonly Maybe<WorkloadPodGroupResourceClaim>[]>;
  readonly schedulingConstraints?: Maybe<WorkloadPodGroupSchedulingConstraints>;
  readonly schedulingPolicy?: Maybe<WorkloadPodGroupSchedulingPolicy>;
}
export interface JobSpec {
  readonly activeDeadlineSeconds?: Maybe<number>;
  readonly backoffLimit?: Maybe<number>;
  readonly backoffLimitPerIndex?: Maybe<number>;
  readonly completionMode?: Maybe<string>;
  readonly completions?: Maybe<number>;
  readonly managedBy?: Maybe<string>;
  readonly manualSelector?: Maybe<boolean>;
  readonly maxFailedIndexes?: Maybe<number>;
  readonly parallelism?: Maybe<number>;
  readonly podFailurePolicy?: Maybe<PodFailurePolicy>;
  readonly podReplacementPolicy?: Maybe<string>;
  readonly scheduling?: Maybe<JobSchedulingConfiguration>;
  readonly selector?: Maybe<LabelSelector>;
  readonly successPolicy?: Maybe<SuccessPolicy>;
  readonly suspend?: Maybe<boolean>;
  readonly template?: Maybe<PodTemplateSpec>;
  readonly ttlSecondsAfterFinished?: Maybe<number>;
}
export interface JobStatus {
  readonly active?: Maybe<number>;
  readonly completedIndexes?: Maybe<string>;
  readonly completionTime?: Maybe<string>;
  readonly conditions?: Maybe<readonly Maybe<JobCondition>[]>;
  readonly failed?: Maybe<number>;
  readonly failedIndexes?: Maybe<string>;
  readonly ready?: Maybe<number>;
  readonly startTime?: Maybe<string>;
  readonly succeeded?: Maybe<number>;
  readonly terminating?: Maybe<number>;
  readonly uncountedTerminatedPods?: Maybe<UncountedTerminatedPods>;
}
export interface JobTemplateSpec {
  readonly metadata?: Maybe<ObjectMeta>;
  readonly spec?: Maybe<JobSpec>;
}
export interface KeyToPath {
  readonly key?: Maybe<string>;
  readonly mode?: Maybe<number>;
  readonly path?: Maybe<string>;
  readonly user?: Maybe<number>;
}
export interface LabelSelector {
  readonly matchExpressions?: Maybe<readonly Maybe<LabelSelectorRequirement>[]>;
  readonly matchLabels?: Maybe<Readonly<Record<string, Maybe<string>>>>;
}
export interface LabelSelectorRequirement {
  readonly key?: Maybe<string>;
  readonly operator?: Maybe<string>;
  readonly values?: Maybe<readonly Maybe<string>[]>;
}
export interface Lease {
  readonly apiVersion?: Maybe<string>;
  readonly kind?: Maybe<string>;
  readonly metadata?: Maybe<ObjectMeta>;
  readonly spec?: Maybe<LeaseSpec>;
}
export interface LeaseSpec {
  readonly acquireTime?: Maybe<string>;
  readonly holderIdentity?: Maybe<string>;
  readonly leaseDurationSeconds?: Maybe<number>;
  readonly leaseTransitions?: Maybe<number>;
  readonly preferredHolder?: Maybe<string>;
  readonly renewTime?: Maybe<string>;
  readonly strategy?: Maybe<string>;
}
export interface Lifecycle {
  readonly postStart?: Maybe<LifecycleHandler>;
  readonly preStop?: Maybe<LifecycleHandler>;
  readonly stopSignal?: Maybe<string>;
}
export interface LifecycleHandler {
  readonly exec?: Maybe<ExecAction>;
  readonly httpGet?: Maybe<HTTPGetAction>;
  readonly sleep?: Maybe<SleepAction>;
  readonly tcpSocket?: Maybe<TCPSocketAction>;
}
export interface LinuxContainerUser {
  readonly gid?: Maybe<number>;
  readonly supplementalGroups?: Maybe<readonly Maybe<number>[]>;
  readonly uid?: Maybe<number>;
}
export interface LoadBalancerIngress {
  readonly hostname?: Maybe<string>;
  readonly ip?: Maybe<string>;
  readonly ipMode?: Maybe<string>;
  readonly ports?: Maybe<readonly Maybe<PortStatus>[]>;
}
export interface LoadBalancerStatus {
  readonly ingress?: Maybe<readonly Maybe<LoadBalancerIngress>[]>;
}
export interface LocalObjectReference {
  readonly name?: Maybe<string>;
}
export interface LocalVolumeSource {
  readonly fsType?: Maybe<string>;
  readonly path?: Maybe<string>;
}
export interface ManagedFieldsEntry {
  readonly apiVersion?: Maybe<string>;
  readonly fieldsType?: Maybe<string>;
  readonly fieldsV1?: Maybe<Readonly<Record<string, unknown>>>;
  readonly manager?: Maybe<string>;
  readonly operation?: Maybe<string>;
  readonly subresource?: Maybe<string>;
  readonly time?: Maybe<string>;
}
export interface MetricIdentifier {
  readonly name?: Maybe<string>;
  readonly selector?: Maybe<LabelSelector>;
}
export interface MetricSpec {
  readonly containerResource?: Maybe<ContainerResourceMetricSource>;
  readonly external?: Maybe<ExternalMetricSource>;
  readonly object?: Maybe<ObjectMetricSource>;
  readonly pods?: Maybe<PodsMetricSource>;
  readonly resource?: Maybe<ResourceMetricSource>;
  readonly type?: Maybe<string>;
}
export interface MetricStatus {
  readonly containerResource?: Maybe<ContainerResourceMetricStatus>;
  readonly external?: Maybe<ExternalMetricStatus>;
  readonly object?: Maybe<ObjectMetricStatus>;
  readonly pods?: Maybe<PodsMetricStatus>;
  readonly resource?: Maybe<ResourceMetricStatus>;
  readonly type?: Maybe<string>;
}
export interface MetricTarget {
  readonly averageUtilization?: Maybe<number>;
  readonly averageValue?: Maybe<string | number>;
  readonly type?: Maybe<string>;
  readonly value?: Maybe<string | number>;
}
export interface MetricValueStatus {
  readonly averageUtilization?: Maybe<number>;
  readonly averageValue?: Maybe<string | number>;
  readonly value?: Maybe<string | number>;
}
export interface ModifyVolumeStatus {
  readonly status?: Maybe<string>;
  readonly targetVolumeAttributesClassName?: Maybe<string>;
}
export interface NFSVolumeSource {
  readonly path?: Maybe<string>;
  readonly readOnly?: Maybe<boolean>;
  readonly server?: Maybe<string>;
}
export interface Namespace {
  readonly apiVersion?: Maybe<string>;
  readonly kind?: Maybe<string>;
  readonly metadata?: Maybe<ObjectMeta>;
  readonly spec?: Maybe<NamespaceSpec>;
  readonly status?: Maybe<NamespaceStatus>;
}
export interface NamespaceCondition {
  readonly lastTransitionTime?: Maybe<string>;
  readonly message?: Maybe<string>;
  readonly reason?: Maybe<string>;
  readonly status?: Maybe<string>;
  readonly type?: Maybe<string>;
}
export interface NamespaceSpec {
  readonly finalizers?: Maybe<readonly Maybe<string>[]>;
}
export interface NamespaceStatus {
  readonly conditions?: Maybe<readonly Maybe<NamespaceCondition>[]>;
  readonly phase?: Maybe<string>;
}
export interface NetworkPolicy {
  readonly apiVersion?: Maybe<string>;
  readonly kind?: Maybe<string>;
  readonly metadata?: Maybe<ObjectMeta>;
  readonly spec?: Maybe<NetworkPolicySpec>;
  readonly status?: Maybe<NetworkPolicyStatus>;
}
export interface NetworkPolicyEgressRule {
  readonly ports?: Maybe<readonly Maybe<NetworkPolicyPort>[]>;
  readonly to?: Maybe<readonly Maybe<NetworkPolicyPeer>[]>;
}
export interface NetworkPolicyIngressRule {
  readonly from?: Maybe<readonly Maybe<NetworkPolicyPeer>[]>;
  readonly ports?: Maybe<readonly Maybe<NetworkPolicyPort>[]>;
}
export interface NetworkPolicyPeer {
  readonly ipBlock?: Maybe<IPBlock>;
  readonly namespaceSelector?: Maybe<LabelSelector>;
  readonly podSelector?: Maybe<LabelSelector>;
}
export interface NetworkPolicyPort {
  readonly endPort?: Maybe<number>;
  readonly port?: Maybe<string | number>;
  readonly protocol?: Maybe<string>;
}
export interface NetworkPolicySpec {
  readonly egress?: Maybe<readonly Maybe<NetworkPolicyEgressRule>[]>;
  readonly ingress?: Maybe<readonly Maybe<NetworkPolicyIngressRule>[]>;
  readonly podSelector?: Maybe<LabelSelector>;
  readonly policyTypes?: Maybe<readonly Maybe<string>[]>;
}
export interface NetworkPolicyStatus {
  readonly conditions?: Maybe<readonly Maybe<Condition>[]>;
}
export interface NodeAffinity {
  readonly preferredDuringSchedulingIgnoredDuringExecution?: Maybe<readonly Maybe<PreferredSchedulingTerm>[]>;
  readonly requiredDuringSchedulingIgnoredDuringExecution?: Maybe<NodeSelector>;
}
export interface NodeAllocatableMappedResources {
  readonly name?: Maybe<string>;
  readonly quantity?: Maybe<string | number>;
}
export interface NodeAllocatableOverheadResources {
  readonly name?: Maybe<string>;
  readonly perContainer?: Maybe<string | number>;
  readonly perPod?: Maybe<string | number>;
}
export interface NodeAllocatableResourceClaimStatus {
  readonly containers?: Maybe<readonly Maybe<string>[]>;
  readonly mapping?: Maybe<readonly Maybe<NodeAllocatableMappedResources>[]>;
  readonly overhead?: Maybe<readonly Maybe<NodeAllocatableOverheadResources>[]>;
  readonly resourceClaimName?: Maybe<string>;
  readonly resources?: Maybe<Readonly<Record<string, Maybe<string | number>>>>;
}
export interface NodeSelector {
  readonly nodeSelectorTerms?: Maybe<readonly Maybe<NodeSelectorTerm>[]>;
}
export interface NodeSelectorRequirement {
  readonly key?: Maybe<string>;
  readonly operator?: Maybe<string>;
  readonly values?: Maybe<readonly Maybe<string>[]>;
}
export interface NodeSelectorTerm {
  readonly matchExpressions?: Maybe<readonly Maybe<NodeSelectorRequirement>[]>;
  readonly matchFields?: Maybe<readonly Maybe<NodeSelectorRequirement>[]>;
}
export interface ObjectFieldSelector {
  readonly apiVersion?: Maybe<string>;
  readonly fieldPath?: Maybe<string>;
}
export interface ObjectMeta {
  readonly annotations?: Maybe<Readonly<Record<string, Maybe<string>>>>;
  readonly creationTimestamp?: Maybe<string>;
  readonly deletionGracePeriodSeconds?: Maybe<number>;
  readonly deletionTimestamp?: Maybe<string>;
  readonly finalizers?: Maybe<readonly Maybe<string>[]>;
  readonly generateName?: Maybe<string>;
  readonly generation?: Maybe<number>;
  readonly labels?: Maybe<Readonly<Record<string, Maybe<string>>>>;
  readonly managedFields?: Maybe<readonly Maybe<ManagedFieldsEntry>[]>;
  readonly name?: Maybe<string>;
  readonly namespace?: Maybe<string>;
  readonly ownerReferences?: Maybe<readonly Maybe<OwnerReference>[]>;
  readonly resourceVersion?: Maybe<string>;
  readonly selfLink?: Maybe<string>;
  readonly uid?: Maybe<string>;
}
export interface ObjectMetricSource {
  readonly describedObject?: Maybe<CrossVersionObjectReference>;
  readonly metric?: Maybe<MetricIdentifier>;
  readonly target?: Maybe<MetricTarget>;
}
export interface ObjectMetricStatus {
  readonly current?: Maybe<MetricValueStatus>;
  readonly describedObject?: Maybe<CrossVersionObjectReference>;
  readonly metric?: Maybe<MetricIdentifier>;
}
export interface ObjectReference {
  readonly apiVersion?: Maybe<string>;
  readonly fieldPath?: Maybe<string>;
  readonly kind?: Maybe<string>;
  readonly name?: Maybe<string>;
  readonly namespace?: Maybe<string>;
  readonly resourceVersion?: Maybe<string>;
  readonly uid?: Maybe<string>;
}
export interface OwnerReference {
  readonly apiVersion?: Maybe<string>;
  readonly blockOwnerDeletion?: Maybe<boolean>;
  readonly controller?: Maybe<boolean>;
  readonly kind?: Maybe<string>;
  readonly name?: Maybe<string>;
  readonly uid?: Maybe<string>;
}
export interface PersistentVolume {
  readonly apiVersion?: Maybe<string>;
  readonly kind?: Maybe<string>;
  readonly metadata?: Maybe<ObjectMeta>;
  readonly spec?: Maybe<PersistentVolumeSpec>;
  readonly status?: Maybe<PersistentVolumeStatus>;
}
export interface PersistentVolumeClaim {
  readonly apiVersion?: Maybe<string>;
  readonly kind?: Maybe<string>;
  readonly metadata?: Maybe<ObjectMeta>;
  readonly spec?: Maybe<PersistentVolumeClaimSpec>;
  readonly status?: Maybe<PersistentVolumeClaimStatus>;
}
export interface PersistentVolumeClaimCondition {
  readonly lastProbeTime?: Maybe<string>;
  readonly lastTransitionTime?: Maybe<string>;
  readonly message?: Maybe<string>;
  readonly reason?: Maybe<string>;
  readonly status?: Maybe<string>;
  readonly type?: Maybe<string>;
}
export interface PersistentVolumeClaimSpec {
  readonly accessModes?: Maybe<readonly Maybe<string>[]>;
  readonly dataSource?: Maybe<TypedLocalObjectReference>;
  readonly dataSourceRef?: Maybe<TypedObjectReference>;
  readonly resources?: Maybe<VolumeResourceRequirements>;
  readonly selector?: Maybe<LabelSelector>;
  readonly storageClassName?: Maybe<string>;
  readonly volumeAttributesClassName?: Maybe<string>;
  readonly volumeMode?: Maybe<string>;
  readonly volumeName?: Maybe<string>;
}
export interface PersistentVolumeClaimStatus {
  readonly accessModes?: Maybe<readonly Maybe<string>[]>;
  readonly allocatedResourceStatuses?: Maybe<Readonly<Record<string, Maybe<string>>>>;
  readonly allocatedResources?: Maybe<Readonly<Record<string, Maybe<string | number>>>>;
  readonly capacity?: Maybe<Readonly<Record<string, Maybe<string | number>>>>;
  readonly conditions?: Maybe<readonly Maybe<PersistentVolumeClaimCondition>[]>;
  readonly currentVolumeAttributesClassName?: Maybe<string>;
  readonly healthStatus?: Maybe<VolumeHealthStatus>;
  readonly modifyVolumeStatus?: Maybe<ModifyVolumeStatus>;
  readonly phase?: Maybe<string>;
  readonly resizeStatus?: Maybe<string>;
}
export interface PersistentVolumeClaimTemplate {
  readonly metadata?: Maybe<ObjectMeta>;
  readonly spec?: Maybe<PersistentVolumeClaimSpec>;
}
export interface PersistentVolumeClaimVolumeSource {
  readonly claimName?: Maybe<string>;
  readonly readOnly?: Maybe<boolean>;
}
export interface PersistentVolumeSpec {
  readonly accessModes?: Maybe<readonly Maybe<string>[]>;
  readonly awsElasticBlockStore?: Maybe<AWSElasticBlockStoreVolumeSource>;
  readonly azureDisk?: Maybe<AzureDiskVolumeSource>;
  readonly azureFile?: Maybe<AzureFilePersistentVolumeSource>;
  readonly capacity?: Maybe<Readonly<Record<string, Maybe<string | number>>>>;
  readonly cephfs?: Maybe<CephFSPersistentVolumeSource>;
  readonly cinder?: Maybe<CinderPersistentVolumeSource>;
  readonly claimRef?: Maybe<ObjectReference>;
  readonly csi?: Maybe<CSIPersistentVolumeSource>;
  readonly fc?: Maybe<FCVolumeSource>;
  readonly flexVolume?: Maybe<FlexPersistentVolumeSource>;
  readonly flocker?: Maybe<FlockerVolumeSource>;
  readonly gcePersistentDisk?: Maybe<GCEPersistentDiskVolumeSource>;
  readonly glusterfs?: Maybe<GlusterfsPersistentVolumeSource>;
  readonly hostPath?: Maybe<HostPathVolumeSource>;
  readonly iscsi?: Maybe<ISCSIPersistentVolumeSource>;
  readonly local?: Maybe<LocalVolumeSource>;
  readonly mountOptions?: Maybe<readonly Maybe<string>[]>;
  readonly nfs?: Maybe<NFSVolumeSource>;
  readonly nodeAffinity?: Maybe<VolumeNodeAffinity>;
  readonly persistentVolumeReclaimPolicy?: Maybe<string>;
  readonly photonPersistentDisk?: Maybe<PhotonPersistentDiskVolumeSource>;
  readonly portworxVolume?: Maybe<PortworxVolumeSource>;
  readonly quobyte?: Maybe<QuobyteVolumeSource>;
  readonly rbd?: Maybe<RBDPersistentVolumeSource>;
  readonly scaleIO?: Maybe<ScaleIOPersistentVolumeSource>;
  readonly storageClassName?: Maybe<string>;
  readonly storageos?: Maybe<StorageOSPersistentVolumeSource>;
  readonly volumeAttributesClassName?: Maybe<string>;
  readonly volumeMode?: Maybe<string>;
  readonly vsphereVolume?: Maybe<VsphereVirtualDiskVolumeSource>;
}
export interface PersistentVolumeStatus {
  readonly lastPhaseTransitionTime?: Maybe<string>;
  readonly message?: Maybe<string>;
  readonly phase?: Maybe<string>;
  readonly reason?: Maybe<string>;
}
export interface PhotonPersistentDiskVolumeSource {
  readonly fsType?: Maybe<string>;
  readonly pdID?: Maybe<string>;
}
export interface Pod {
  readonly apiVersion?: Maybe<string>;
  readonly kind?: Maybe<string>;
  readonly metadata?: Maybe<ObjectMeta>;
  readonly spec?: Maybe<PodSpec>;
  readonly status?: Maybe<PodStatus>;
}
export interface PodAffinity {
  readonly preferredDuringSchedulingIgnoredDuringExecution?: Maybe<readonly Maybe<WeightedPodAffinityTerm>[]>;
  readonly requiredDuringSchedulingIgnoredDuringExecution?: Maybe<readonly Maybe<PodAffinityTerm>[]>;
}
export interface PodAffinityTerm {
  readonly labelSelector?: Maybe<LabelSelector>;
  readonly matchLabelKeys?: Maybe<readonly Maybe<string>[]>;
  readonly mismatchLabelKeys?: Maybe<readonly Maybe<string>[]>;
  readonly namespaceSelector?: Maybe<LabelSelector>;
  readonly namespaces?: Maybe<readonly Maybe<string>[]>;
  readonly topologyKey?: Maybe<string>;
}
export interface PodAntiAffinity {
  readonly preferredDuringSchedulingIgnoredDuringExecution?: Maybe<readonly Maybe<WeightedPodAffinityTerm>[]>;
  readonly requiredDuringSchedulingIgnoredDuringExecution?: Maybe<readonly Maybe<PodAffinityTerm>[]>;
}
export interface PodCertificateProjection {
  readonly certificateChainPath?: Maybe<string>;
  readonly credentialBundlePath?: Maybe<string>;
  readonly keyPath?: Maybe<string>;
  readonly keyType?: Maybe<string>;
  readonly maxExpirationSeconds?: Maybe<number>;
  readonly signerName?: Maybe<string>;
  readonly user?: Maybe<number>;
  readonly userAnnotations?: Maybe<Readonly<Record<string, Maybe<string>>>>;
}
export interface PodCondition {
  readonly lastProbeTime?: Maybe<string>;
  readonly lastTransitionTime?: Maybe<string>;
  readonly message?: Maybe<string>;
  readonly observedGeneration?: Maybe<number>;
  readonly reason?: Maybe<string>;
  readonly status?: Maybe<string>;
  readonly type?: Maybe<string>;
}
export interface PodDNSConfig {
  readonly nameservers?: Maybe<readonly Maybe<string>[]>;
  readonly options?: Maybe<readonly Maybe<PodDNSConfigOption>[]>;
  readonly searches?: Maybe<readonly Maybe<string>[]>;
}
export interface PodDNSConfigOption {
  readonly name?: Maybe<string>;
  readonly value?: Maybe<string>;
}
export interface PodDisruptionBudget {
  readonly apiVersion?: Maybe<string>;
  readonly kind?: Maybe<string>;
  readonly metadata?: Maybe<ObjectMeta>;
  readonly spec?: Maybe<PodDisruptionBudgetSpec>;
  readonly status?: Maybe<PodDisruptionBudgetStatus>;
}
export interface PodDisruptionBudgetSpec {
  readonly maxUnavailable?: Maybe<string | number>;
  readonly minAvailable?: Maybe<string | number>;
  readonly selector?: Maybe<LabelSelector>;
  readonly unhealthyPodEvictionPolicy?: Maybe<string>;
}
export interface PodDisruptionBudgetStatus {
  readonly conditions?: Maybe<readonly Maybe<Condition>[]>;
  readonly currentHealthy?: Maybe<number>;
  readonly desiredHealthy?: Maybe<number>;
  readonly disruptedPods?: Maybe<Readonly<Record<string, Maybe<string>>>>;
  readonly disruptionsAllowed?: Maybe<number>;
  readonly expectedPods?: Maybe<number>;
  readonly observedGeneration?: Maybe<number>;
}
export interface PodExtendedResourceClaimStatus {
  readonly requestMappings?: Maybe<readonly Maybe<ContainerExtendedResourceRequest>[]>;
  readonly resourceClaimName?: Maybe<string>;
}
export interface PodFailurePolicy {
  readonly rules?: Maybe<readonly Maybe<PodFailurePolicyRule>[]>;
}
export interface PodFailurePolicyOnExitCodesRequirement {
  readonly containerName?: Maybe<string>;
  readonly operator?: Maybe<string>;
  readonly values?: Maybe<readonly Maybe<number>[]>;
}
export interface PodFailurePolicyOnPodConditionsPattern {
  readonly status?: Maybe<string>;
  readonly type?: Maybe<string>;
}
export interface PodFailurePolicyRule {
  readonly action?: Maybe<string>;
  readonly onExitCodes?: Maybe<PodFailurePolicyOnExitCodesRequirement>;
  readonly onPodConditions?: Maybe<readonly Maybe<PodFailurePolicyOnPodConditionsPattern>[]>;
}
export interface PodIP {
  readonly ip?: Maybe<string>;
}
export interface PodOS {
  readonly name?: Maybe<string>;
}
export interface PodReadinessGate {
  readonly conditionType?: Maybe<string>;
}
export interface PodResourceClaim {
  readonly name?: Maybe<string>;
  readonly resourceClaimName?: Maybe<string>;
  readonly resourceClaimTemplateName?: Maybe<string>;
  readonly source?: Maybe<ClaimSource>;
}
export interface PodResourceClaimStatus {
  readonly name?: Maybe<string>;
  readonly resourceClaimName?: Maybe<string>;
}
export interface PodSchedulingGate {
  readonly name?: Maybe<string>;
}
export interface PodSchedulingGroup {
  readonly podGroupName?: Maybe<string>;
}
export interface PodSecurityContext {
  readonly appArmorProfile?: Maybe<AppArmorProfile>;
  readonly fsGroup?: Maybe<number>;
  readonly fsGroupChangePolicy?: Maybe<string>;
  readonly runAsGroup?: Maybe<number>;
  readonly runAsNonRoot?: Maybe<boolean>;
  readonly runAsUser?: Maybe<number>;
  readonly seLinuxChangePolicy?: Maybe<string>;
  readonly seLinuxOptions?: Maybe<SELinuxOptions>;
  readonly seccompProfile?: Maybe<SeccompProfile>;
  readonly supplementalGroups?: Maybe<readonly Maybe<number>[]>;
  readonly supplementalGroupsPolicy?: Maybe<string>;
  readonly sysctls?: Maybe<readonly Maybe<Sysctl>[]>;
  readonly windowsOptions?: Maybe<WindowsSecurityContextOptions>;
}
export interface PodSpec {
  readonly activeDeadlineSeconds?: Maybe<number>;
  readonly affinity?: Maybe<Affinity>;
  readonly automountServiceAccountToken?: Maybe<boolean>;
  readonly containers?: Maybe<readonly Maybe<Container>[]>;
  readonly dnsConfig?: Maybe<PodDNSConfig>;
  readonly dnsPolicy?: Maybe<string>;
  readonly enableServiceLinks?: Maybe<boolean>;
  readonly ephemeralContainers?: Maybe<readonly Maybe<EphemeralContainer>[]>;
  readonly evictionResponders?: Maybe<readonly Maybe<EvictionResponder>[]>;
  readonly hostAliases?: Maybe<readonly Maybe<HostAlias>[]>;
  readonly hostIPC?: Maybe<boolean>;
  readonly hostNetwork?: Maybe<boolean>;
  readonly hostPID?: Maybe<boolean>;
  readonly hostUsers?: Maybe<boolean>;
  readonly hostname?: Maybe<string>;
  readonly hostnameOverride?: Maybe<string>;
  readonly imagePullSecrets?: Maybe<readonly Maybe<LocalObjectReference>[]>;
  readonly initContainers?: Maybe<readonly Maybe<Container>[]>;
  readonly nodeName?: Maybe<string>;
  readonly nodeSelector?: Maybe<Readonly<Record<string, Maybe<string>>>>;
  readonly os?: Maybe<PodOS>;
  readonly overhead?: Maybe<Readonly<Record<string, Maybe<string | number>>>>;
  readonly preemptionPolicy?: Maybe<string>;
  readonly priority?: Maybe<number>;
  readonly priorityClassName?: Maybe<string>;
  readonly readinessGates?: Maybe<readonly Maybe<PodReadinessGate>[]>;
  readonly resourceClaims?: Maybe<readonly Maybe<PodResourceClaim>[]>;
  readonly resources?: Maybe<ResourceRequirements>;
  readonly restartPolicy?: Maybe<string>;
  readonly runtimeClassName?: Maybe<string>;
  readonly schedulerName?: Maybe<string>;
  readonly schedulingGates?: Maybe<readonly Maybe<PodSchedulingGate>[]>;
  readonly schedulingGroup?: Maybe<PodSchedulingGroup>;
  readonly securityContext?: Maybe<PodSecurityContext>;
  readonly serviceAccount?: Maybe<string>;
  readonly serviceAccountName?: Maybe<string>;
  readonly setHostnameAsFQDN?: Maybe<boolean>;
  readonly shareProcessNamespace?: Maybe<boolean>;
  readonly subdomain?: Maybe<string>;
  readonly terminationGracePeriodSeconds?: Maybe<number>;
  readonly tolerations?: Maybe<readonly Maybe<Toleration>[]>;
  readonly topologySpreadConstraints?: Maybe<readonly Maybe<TopologySpreadConstraint>[]>;
  readonly volumes?: Maybe<readonly Maybe<Volume>[]>;
  readonly workloadRef?: Maybe<WorkloadReference>;
}
export interface PodStatus {
  readonly allocatedResources?: Maybe<Readonly<Record<string, Maybe<string | number>>>>;
  readonly conditions?: Maybe<readonly Maybe<PodCondition>[]>;
  readonly containerStatuses?: Maybe<readonly Maybe<ContainerStatus>[]>;
  readonly ephemeralContainerStatuses?: Maybe<readonly Maybe<ContainerStatus>[]>;
  readonly extendedResourceClaimStatus?: Maybe<PodExtendedResourceClaimStatus>;
  readonly hostIP?: Maybe<string>;
  readonly hostIPs?: Maybe<readonly Maybe<HostIP>[]>;
  readonly initContainerStatuses?: Maybe<readonly Maybe<ContainerStatus>[]>;
  readonly message?: Maybe<string>;
  readonly nodeAllocatableResourceClaimStatuses?: Maybe<readonly Maybe<NodeAllocatableResourceClaimStatus>[]>;
  readonly nominatedNodeName?: Maybe<string>;
  readonly observedGeneration?: Maybe<number>;
  readonly phase?: Maybe<string>;
  readonly podIP?: Maybe<string>;
  readonly podIPs?: Maybe<readonly Maybe<PodIP>[]>;
  readonly qosClass?: Maybe<string>;
  readonly reason?: Maybe<string>;
  readonly resize?: Maybe<string>;
  readonly resourceClaimStatuses?: Maybe<readonly Maybe<PodResourceClaimStatus>[]>;
  readonly resources?: Maybe<ResourceRequirements>;
  readonly startTime?: Maybe<string>;
  readonly volumeHealth?: Maybe<readonly Maybe<PodVolumeHealth>[]>;
}
export interface PodTemplateSpec {
  readonly metadata?: Maybe<ObjectMeta>;
  readonly spec?: Maybe<PodSpec>;
}
export interface PodVolumeHealth {
  readonly healthConditions?: Maybe<readonly Maybe<VolumeHealthCondition>[]>;
  readonly lastTransitionTime?: Maybe<string>;
  readonly name?: Maybe<string>;
}
export interface PodsMetricSource {
  readonly metric?: Maybe<MetricIdentifier>;
  readonly target?: Maybe<MetricTarget>;
}
export interface PodsMetricStatus {
  readonly current?: Maybe<MetricValueStatus>;
  readonly metric?: Maybe<MetricIdentifier>;
}
export interface PolicyRule {
  readonly apiGroups?: Maybe<readonly Maybe<string>[]>;
  readonly nonResourceURLs?: Maybe<readonly Maybe<string>[]>;
  readonly resourceNames?: Maybe<readonly Maybe<string>[]>;
  readonly resources?: Maybe<readonly Maybe<string>[]>;
  readonly verbs?: Maybe<readonly Maybe<string>[]>;
}
export interface PortStatus {
  readonly error?: Maybe<string>;
  readonly port?: Maybe<number>;
  readonly protocol?: Maybe<string>;
}
export interface PortworxVolumeSource {
  readonly fsType?: Maybe<string>;
  readonly readOnly?: Maybe<boolean>;
  readonly volumeID?: Maybe<string>;
}
export interface PreferredSchedulingTerm {
  readonly preference?: Maybe<NodeSelectorTerm>;
  readonly weight?: Maybe<number>;
}
export interface Probe {
  readonly exec?: Maybe<ExecAction>;
  readonly failureThreshold?: Maybe<number>;
  readonly grpc?: Maybe<GRPCAction>;
  readonly httpGet?: Maybe<HTTPGetAction>;
  readonly initialDelaySeconds?: Maybe<number>;
  readonly periodSeconds?: Maybe<number>;
  readonly successThreshold?: Maybe<number>;
  readonly tcpSocket?: Maybe<TCPSocketAction>;
  readonly terminationGracePeriodSeconds?: Maybe<number>;
  readonly timeoutSeconds?: Maybe<number>;
}
export interface ProjectedVolumeSource {
  readonly defaultMode?: Maybe<number>;
  readonly defaultUser?: Maybe<number>;
  readonly sources?: Maybe<readonly Maybe<VolumeProjection>[]>;
}
export interface QuobyteVolumeSource {
  readonly group?: Maybe<string>;
  readonly readOnly?: Maybe<boolean>;
  readonly registry?: Maybe<string>;
  readonly tenant?: Maybe<string>;
  readonly user?: Maybe<string>;
  readonly volume?: Maybe<string>;
}
export interface RBDPersistentVolumeSource {
  readonly fsType?: Maybe<string>;
  readonly image?: Maybe<string>;
  readonly keyring?: Maybe<string>;
  readonly monitors?: Maybe<readonly Maybe<string>[]>;
  readonly pool?: Maybe<string>;
  readonly readOnly?: Maybe<boolean>;
  readonly secretRef?: Maybe<SecretReference>;
  readonly user?: Maybe<string>;
}
export interface RBDVolumeSource {
  readonly fsType?: Maybe<string>;
  readonly image?: Maybe<string>;
  readonly keyring?: Maybe<string>;
  readonly monitors?: Maybe<readonly Maybe<string>[]>;
  readonly pool?: Maybe<string>;
  readonly readOnly?: Maybe<boolean>;
  readonly secretRef?: Maybe<LocalObjectReference>;
  readonly user?: Maybe<string>;
}
export interface ReplicaSet {
  readonly apiVersion?: Maybe<string>;
  readonly kind?: Maybe<string>;
  readonly metadata?: Maybe<ObjectMeta>;
  readonly spec?: Maybe<ReplicaSetSpec>;
  readonly status?: Maybe<ReplicaSetStatus>;
}
export interface ReplicaSetCondition {
  readonly lastTransitionTime?: Maybe<string>;
  readonly message?: Maybe<string>;
  readonly reason?: Maybe<string>;
  readonly status?: Maybe<string>;
  readonly type?: Maybe<string>;
}
export interface ReplicaSetSpec {
  readonly minReadySeconds?: Maybe<number>;
  readonly replicas?: Maybe<number>;
  readonly selector?: Maybe<LabelSelector>;
  readonly template?: Maybe<PodTemplateSpec>;
}
export interface ReplicaSetStatus {
  readonly availableReplicas?: Maybe<number>;
  readonly conditions?: Maybe<readonly Maybe<ReplicaSetCondition>[]>;
  readonly fullyLabeledReplicas?: Maybe<number>;
  readonly observedGeneration?: Maybe<number>;
  readonly readyReplicas?: Maybe<number>;
  readonly replicas?: Maybe<number>;
  readonly terminatingReplicas?: Maybe<number>;
}
export interface ResourceClaim {
  readonly name?: Maybe<string>;
  readonly request?: Maybe<string>;
}
export interface ResourceFieldSelector {
  readonly containerName?: Maybe<string>;
  readonly divisor?: Maybe<string | number>;
  readonly resource?: Maybe<string>;
}
export interface ResourceHealth {
  readonly health?: Maybe<string>;
  readonly message?: Maybe<string>;
  readonly resourceID?: Maybe<string>;
}
export interface ResourceMetricSource {
  readonly name?: Maybe<string>;
  readonly target?: Maybe<MetricTarget>;
}
export interface ResourceMetricStatus {
  readonly current?: Maybe<MetricValueStatus>;
  readonly name?: Maybe<string>;
}
export interface ResourceRequirements {
  readonly claims?: Maybe<readonly Maybe<ResourceClaim>[]>;
  readonly limits?: Maybe<Readonly<Record<string, Maybe<string | number>>>>;
  readonly requests?: Maybe<Readonly<Record<string, Maybe<string | number>>>>;
}
export interface ResourceStatus {
  readonly name?: Maybe<string>;
  readonly resources?: Maybe<readonly Maybe<ResourceHealth>[]>;
}
export interface Role {
  readonly apiVersion?: Maybe<string>;
  readonly kind?: Maybe<string>;
  readonly metadata?: Maybe<ObjectMeta>;
  readonly rules?: Maybe<readonly Maybe<PolicyRule>[]>;
}
export interface RoleBinding {
  readonly apiVersion?: Maybe<string>;
  readonly kind?: Maybe<string>;
  readonly metadata?: Maybe<ObjectMeta>;
  readonly roleRef?: Maybe<RoleRef>;
  readonly subjects?: Maybe<readonly Maybe<Subject>[]>;
}
export interface RoleRef {
  readonly apiGroup?: Maybe<string>;
  readonly kind?: Maybe<string>;
  readonly name?: Maybe<string>;
}
export interface RollingUpdateDaemonSet {
  readonly maxSurge?: Maybe<string | number>;
  readonly maxUnavailable?: Maybe<string | number>;
}
export interface RollingUpdateDeployment {
  readonly maxSurge?: Maybe<string | number>;
  readonly maxUnavailable?: Maybe<string | number>;
}
export interface RollingUpdateStatefulSetStrategy {
  readonly maxUnavailable?: Maybe<string | number>;
  readonly partition?: Maybe<number>;
}
export interface SELinuxOptions {
  readonly level?: Maybe<string>;
  readonly role?: Maybe<string>;
  readonly type?: Maybe<string>;
  readonly user?: Maybe<string>;
}
export interface ScaleIOPersistentVolumeSource {
  readonly fsType?: Maybe<string>;
  readonly gateway?: Maybe<string>;
  readonly protectionDomain?: Maybe<string>;
  readonly readOnly?: Maybe<boolean>;
  readonly secretRef?: Maybe<SecretReference>;
  readonly sslEnabled?: Maybe<boolean>;
  readonly storageMode?: Maybe<string>;
  readonly storagePool?: Maybe<string>;
  readonly system?: Maybe<string>;
  readonly volumeName?: Maybe<string>;
}
export interface ScaleIOVolumeSource {
  readonly fsType?: Maybe<string>;
  readonly gateway?: Maybe<string>;
  readonly protectionDomain?: Maybe<string>;
  readonly readOnly?: Maybe<boolean>;
  readonly secretRef?: Maybe<LocalObjectReference>;
  readonly sslEnabled?: Maybe<boolean>;
  readonly storageMode?: Maybe<string>;
  readonly storagePool?: Maybe<string>;
  readonly system?: Maybe<string>;
  readonly volumeName?: Maybe<string>;
}
export interface SeccompProfile {
  readonly localhostProfile?: Maybe<string>;
  readonly type?: Maybe<string>;
}
export interface Secret {
  readonly apiVersion?: Maybe<string>;
  readonly data?: Maybe<Readonly<Record<string, Maybe<string | readonly Maybe<number>[]>>>>;
  readonly immutable?: Maybe<boolean>;
  readonly kind?: Maybe<string>;
  readonly metadata?: Maybe<ObjectMeta>;
  readonly stringData?: Maybe<Readonly<Record<string, Maybe<string>>>>;
  readonly type?: Maybe<string>;
}
export interface SecretEnvSource {
  readonly name?: Maybe<string>;
  readonly optional?: Maybe<boolean>;
}
export interface SecretKeySelector {
  readonly key?: Maybe<string>;
  readonly name?: Maybe<string>;
  readonly optional?: Maybe<boolean>;
}
export interface SecretProjection {
  readonly items?: Maybe<readonly Maybe<KeyToPath>[]>;
  readonly name?: Maybe<string>;
  readonly optional?: Maybe<boolean>;
}
export interface SecretReference {
  readonly name?: Maybe<string>;
  readonly namespace?: Maybe<string>;
}
export interface SecretVolumeSource {
  readonly defaultMode?: Maybe<number>;
  readonly defaultUser?: Maybe<number>;
  readonly items?: Maybe<readonly Maybe<KeyToPath>[]>;
  readonly optional?: Maybe<boolean>;
  readonly secretName?: Maybe<string>;
}
export interface SecurityContext {
  readonly allowPrivilegeEscalation?: Maybe<boolean>;
  readonly appArmorProfile?: Maybe<AppArmorProfile>;
  readonly capabilities?: Maybe<Capabilities>;
  readonly privileged?: Maybe<boolean>;
  readonly procMount?: Maybe<string>;
  readonly readOnlyRootFilesystem?: Maybe<boolean>;
  readonly runAsGroup?: Maybe<number>;
  readonly runAsNonRoot?: Maybe<boolean>;
  readonly runAsUser?: Maybe<number>;
  readonly seLinuxOptions?: Maybe<SELinuxOptions>;
  readonly seccompProfile?: Maybe<SeccompProfile>;
  readonly windowsOptions?: Maybe<WindowsSecurityContextOptions>;
}
export interface Service {
  readonly apiVersion?: Maybe<string>;
  readonly kind?: Maybe<string>;
  readonly metadata?: Maybe<ObjectMeta>;
  readonly spec?: Maybe<ServiceSpec>;
  readonly status?: Maybe<ServiceStatus>;
}
export interface ServiceAccount {
  readonly apiVersion?: Maybe<string>;
  readonly automountServiceAccountToken?: Maybe<boolean>;
  readonly imagePullSecrets?: Maybe<readonly Maybe<LocalObjectReference>[]>;
  readonly kind?: Maybe<string>;
  readonly metadata?: Maybe<ObjectMeta>;
  readonly secrets?: Maybe<readonly Maybe<ObjectReference>[]>;
}
export interface ServiceAccountTokenProjection {
  readonly audience?: Maybe<string>;
  readonly expirationSeconds?: Maybe<number>;
  readonly path?: Maybe<string>;
  readonly user?: Maybe<number>;
}
export interface ServiceBackendPort {
  readonly name?: Maybe<string>;
  readonly number?: Maybe<number>;
}
export interface ServicePort {
  readonly appProtocol?: Maybe<string>;
  readonly name?: Maybe<string>;
  readonly nodePort?: Maybe<number>;
  readonly port?: Maybe<number>;
  readonly protocol?: Maybe<string>;
  readonly targetPort?: Maybe<string | number>;
}
export interface ServiceSpec {
  readonly allocateLoadBalancerNodePorts?: Maybe<boolean>;
  readonly clusterIP?: Maybe<string>;
  readonly clusterIPs?: Maybe<readonly Maybe<string>[]>;
  readonly externalIPs?: Maybe<readonly Maybe<string>[]>;
  readonly externalName?: Maybe<string>;
  readonly externalTrafficPolicy?: Maybe<string>;
  readonly healthCheckNodePort?: Maybe<number>;
  readonly internalTrafficPolicy?: Maybe<string>;
  readonly ipFamilies?: Maybe<readonly Maybe<string>[]>;
  readonly ipFamilyPolicy?: Maybe<string>;
  readonly loadBalancerClass?: Maybe<string>;
  readonly loadBalancerIP?: Maybe<string>;
  readonly loadBalancerSourceRanges?: Maybe<readonly Maybe<string>[]>;
  readonly ports?: Maybe<readonly Maybe<ServicePort>[]>;
  readonly publishNotReadyAddresses?: Maybe<boolean>;
  readonly selector?: Maybe<Readonly<Record<string, Maybe<string>>>>;
  readonly sessionAffinity?: Maybe<string>;
  readonly sessionAffinityConfig?: Maybe<SessionAffinityConfig>;
  readonly trafficDistribution?: Maybe<string>;
  readonly type?: Maybe<string>;
}
export interface ServiceStatus {
  readonly conditions?: Maybe<readonly Maybe<Condition>[]>;
  readonly loadBalancer?: Maybe<LoadBalancerStatus>;
}
export interface SessionAffinityConfig {
  readonly clientIP?: Maybe<ClientIPConfig>;
}
export interface SleepAction {
  readonly seconds?: Maybe<number>;
}
export interface StatefulSet {
  readonly apiVersion?: Maybe<string>;
  readonly kind?: Maybe<string>;
  readonly metadata?: Maybe<ObjectMeta>;
  readonly spec?: Maybe<StatefulSetSpec>;
  readonly status?: Maybe<StatefulSetStatus>;
}
export interface StatefulSetCondition {
  readonly lastTransitionTime?: Maybe<string>;
  readonly message?: Maybe<string>;
  readonly reason?: Maybe<string>;
  readonly status?: Maybe<string>;
  readonly type?: Maybe<string>;
}
export interface StatefulSetOrdinals {
  readonly start?: Maybe<number>;
}
export interface StatefulSetPersistentVolumeClaimRetentionPolicy {
  readonly whenDeleted?: Maybe<string>;
  readonly whenScaled?: Maybe<string>;
}
export interface StatefulSetSpec {
  readonly minReadySeconds?: Maybe<number>;
  readonly ordinals?: Maybe<StatefulSetOrdinals>;
  readonly persistentVolumeClaimRetentionPolicy?: Maybe<StatefulSetPersistentVolumeClaimRetentionPolicy>;
  readonly podManagementPolicy?: Maybe<string>;
  readonly replicas?: Maybe<number>;
  readonly revisionHistoryLimit?: Maybe<number>;
  readonly selector?: Maybe<LabelSelector>;
  readonly serviceName?: Maybe<string>;
  readonly template?: Maybe<PodTemplateSpec>;
  readonly updateStrategy?: Maybe<StatefulSetUpdateStrategy>;
  readonly volumeClaimTemplates?: Maybe<readonly Maybe<PersistentVolumeClaim>[]>;
}
export interface StatefulSetStatus {
  readonly availableReplicas?: Maybe<number>;
  readonly collisionCount?: Maybe<number>;
  readonly conditions?: Maybe<readonly Maybe<StatefulSetCondition>[]>;
  readonly currentReplicas?: Maybe<number>;
  readonly currentRevision?: Maybe<string>;
  readonly observedGeneration?: Maybe<number>;
  readonly readyReplicas?: Maybe<number>;
  readonly replicas?: Maybe<number>;
  readonly updateRevision?: Maybe<string>;
  readonly updatedReplicas?: Maybe<number>;
}
export interface StatefulSetUpdateStrategy {
  readonly rollingUpdate?: Maybe<RollingUpdateStatefulSetStrategy>;
  readonly type?: Maybe<string>;
}
export interface StorageOSPersistentVolumeSource {
  readonly fsType?: Maybe<string>;
  readonly readOnly?: Maybe<boolean>;
  readonly secretRef?: Maybe<ObjectReference>;
  readonly volumeName?: Maybe<string>;
  readonly volumeNamespace?: Maybe<string>;
}
export interface StorageOSVolumeSource {
  readonly fsType?: Maybe<string>;
  readonly readOnly?: Maybe<boolean>;
  readonly secretRef?: Maybe<LocalObjectReference>;
  readonly volumeName?: Maybe<string>;
  readonly volumeNamespace?: Maybe<string>;
}
export interface Subject {
  readonly apiGroup?: Maybe<string>;
  readonly kind?: Maybe<string>;
  readonly name?: Maybe<string>;
  readonly namespace?: Maybe<string>;
}
export interface SuccessPolicy {
  readonly rules?: Maybe<readonly Maybe<SuccessPolicyRule>[]>;
}
export interface SuccessPolicyRule {
  readonly succeededCount?: Maybe<number>;
  readonly succeededIndexes?: Maybe<string>;
}
export interface Sysctl {
  readonly name?: Maybe<string>;
  readonly value?: Maybe<string>;
}
export interface TCPSocketAction {
  readonly host?: Maybe<string>;
  readonly port?: Maybe<string | number>;
}
export interface Toleration {
  readonly effect?: Maybe<string>;
  readonly key?: Maybe<string>;
  readonly operator?: Maybe<string>;
  readonly tolerationSeconds?: Maybe<number>;
  readonly value?: Maybe<string>;
}
export interface TopologyConstraint {
  readonly key?: Maybe<string>;
}
export interface TopologySpreadConstraint {
  readonly labelSelector?: Maybe<LabelSelector>;
  readonly matchLabelKeys?: Maybe<readonly Maybe<string>[]>;
  readonly maxSkew?: Maybe<number>;
  readonly minDomains?: Maybe<number>;
  readonly nodeAffinityPolicy?: Maybe<string>;
  readonly nodeTaintsPolicy?: Maybe<string>;
  readonly topologyKey?: Maybe<string>;
  readonly whenUnsatisfiable?: Maybe<string>;
}
export interface TypedLocalObjectReference {
  readonly apiGroup?: Maybe<string>;
  readonly kind?: Maybe<string>;
  readonly name?: Maybe<string>;
}
export interface TypedObjectReference {
  readonly apiGroup?: Maybe<string>;
  readonly kind?: Maybe<string>;
  readonly name?: Maybe<string>;
  readonly namespace?: Maybe<string>;
}
export interface UncountedTerminatedPods {
  readonly failed?: Maybe<readonly Maybe<string>[]>;
  readonly succeeded?: Maybe<readonly Maybe<string>[]>;
}
export interface Volume {
  readonly awsElasticBlockStore?: Maybe<AWSElasticBlockStoreVolumeSource>;
  readonly azureDisk?: Maybe<AzureDiskVolumeSource>;
  readonly azureFile?: Maybe<AzureFileVolumeSource>;
  readonly cephfs?: Maybe<CephFSVolumeSource>;
  readonly cinder?: Maybe<CinderVolumeSource>;
  readonly configMap?: Maybe<ConfigMapVolumeSource>;
  readonly csi?: Maybe<CSIVolumeSource>;
  readonly downwardAPI?: Maybe<DownwardAPIVolumeSource>;
  readonly emptyDir?: Maybe<EmptyDirVolumeSource>;
  readonly ephemeral?: Maybe<EphemeralVolumeSource>;
  readonly fc?: Maybe<FCVolumeSource>;
  readonly flexVolume?: Maybe<FlexVolumeSource>;
  readonly flocker?: Maybe<FlockerVolumeSource>;
  readonly gcePersistentDisk?: Maybe<GCEPersistentDiskVolumeSource>;
  readonly gitRepo?: Maybe<GitRepoVolumeSource>;
  readonly glusterfs?: Maybe<GlusterfsVolumeSource>;
  readonly hostPath?: Maybe<HostPathVolumeSource>;
  readonly image?: Maybe<ImageVolumeSource>;
  readonly iscsi?: Maybe<ISCSIVolumeSource>;
  readonly name?: Maybe<string>;
  readonly nfs?: Maybe<NFSVolumeSource>;
  readonly persistentVolumeClaim?: Maybe<PersistentVolumeClaimVolumeSource>;
  readonly photonPersistentDisk?: Maybe<PhotonPersistentDiskVolumeSource>;
  readonly portworxVolume?: Maybe<PortworxVolumeSource>;
  readonly projected?: Maybe<ProjectedVolumeSource>;
  readonly quobyte?: Maybe<QuobyteVolumeSource>;
  readonly rbd?: Maybe<RBDVolumeSource>;
  readonly scaleIO?: Maybe<ScaleIOVolumeSource>;
  readonly secret?: Maybe<SecretVolumeSource>;
  readonly storageos?: Maybe<StorageOSVolumeSource>;
  readonly vsphereVolume?: Maybe<VsphereVirtualDiskVolumeSource>;
}
export interface VolumeDevice {
  readonly devicePath?: Maybe<string>;
  readonly name?: Maybe<string>;
}
export interface VolumeHealthCondition {
  readonly message?: Maybe<string>;
  readonly reason?: Maybe<string>;
  readonly status?: Maybe<string>;
}
export interface VolumeHealthStatus {
  readonly healthConditions?: Maybe<readonly Maybe<VolumeHealthCondition>[]>;
  readonly lastTransitionTime?: Maybe<string>;
}
export interface VolumeMount {
  readonly bindMountOptions?: Maybe<readonly Maybe<string>[]>;
  readonly mountPath?: Maybe<string>;
  readonly mountPropagation?: Maybe<string>;
  readonly name?: Maybe<string>;
  readonly readOnly?: Maybe<boolean>;
  readonly recursiveReadOnly?: Maybe<string>;
  readonly subPath?: Maybe<string>;
  readonly subPathExpr?: Maybe<string>;
}
export interface VolumeMountStatus {
  readonly mountPath?: Maybe<string>;
  readonly name?: Maybe<string>;
  readonly readOnly?: Maybe<boolean>;
  readonly recursiveReadOnly?: Maybe<string>;
  readonly volumeStatus?: Maybe<VolumeStatus>;
}
export interface VolumeNodeAffinity {
  readonly required?: Maybe<NodeSelector>;
}
export interface VolumeProjection {
  readonly clusterTrustBundle?: Maybe<ClusterTrustBundleProjection>;
  readonly configMap?: Maybe<ConfigMapProjection>;
  readonly downwardAPI?: Maybe<DownwardAPIProjection>;
  readonly podCertificate?: Maybe<PodCertificateProjection>;
  readonly secret?: Maybe<SecretProjection>;
  readonly serviceAccountToken?: Maybe<ServiceAccountTokenProjection>;
}
export interface VolumeResourceRequirements {
  readonly limits?: Maybe<Readonly<Record<string, Maybe<string | number>>>>;
  readonly requests?: Maybe<Readonly<Record<string, Maybe<string | number>>>>;
}
export interface VolumeStatus {
  readonly image?: Maybe<ImageVolumeStatus>;
}
export interface VsphereVirtualDiskVolumeSource {
  readonly fsType?: Maybe<string>;
  readonly storagePolicyID?: Maybe<string>;
  readonly storagePolicyName?: Maybe<string>;
  readonly volumePath?: Maybe<string>;
}
export interface WeightedPodAffinityTerm {
  readonly podAffinityTerm?: Maybe<PodAffinityTerm>;
  readonly weight?: Maybe<number>;
}
export interface WindowsSecurityContextOptions {
  readonly gmsaCredentialSpec?: Maybe<string>;
  readonly gmsaCredentialSpecName?: Maybe<string>;
  readonly hostProcess?: Maybe<boolean>;
  readonly runAsUserName?: Maybe<string>;
}
export type WorkloadPodGroupAllDisruptionMode = Readonly<Record<string, never>>;
export type WorkloadPodGroupBasicSchedulingPolicy = Readonly<Record<string, never>>;
export interface WorkloadPodGroupDisruptionMode {
  readonly all?: Maybe<WorkloadPodGroupAllDisruptionMode>;
  readonly single?: Maybe<WorkloadPodGroupSingleDisruptionMode>;
}
export interface WorkloadPodGroupGangSchedulingPolicy {
  readonly minCount?: Maybe<number>;
}
export interface WorkloadPodGroupResourceClaim {
  readonly name?: Maybe<string>;
  readonly resourceClaimName?: Maybe<string>;
  readonly resourceClaimTemplateName?: Maybe<string>;
}
export interface WorkloadPodGroupSchedulingConstraints {
  readonly topology?: Maybe<readonly Maybe<TopologyConstraint>[]>;
}
export interface WorkloadPodGroupSchedulingPolicy {
  readonly basic?: Maybe<WorkloadPodGroupBasicSchedulingPolicy>;
  readonly gang?: Maybe<WorkloadPodGroupGangSchedulingPolicy>;
}
export type WorkloadPodGroupSingleDisruptionMode = Readonly<Record<string, never>>;
export interface WorkloadReference {
  readonly name?: Maybe<string>;
  readonly podGroup?: Maybe<string>;
  readonly podGroupReplicaKey?: Maybe<string>;
}
