import { defineFamily, keysOf } from './family';

const ingress = ['Ingress'] as const;
const both = ['Ingress', 'Service'] as const;
const alb = 'alb.ingress.kubernetes.io/';
const appgw = 'appgw.ingress.kubernetes.io/';

/** The AWS Load Balancer Controller: pkg/annotations/constants.go. */
export const albAnnotations = defineFamily({
  title: 'the AWS Load Balancer Controller',
  controllerStrings: ['ingress.k8s.aws/alb', 'eks.amazonaws.com/alb'],
  classNames: ['alb'],
  images: ['eks/aws-load-balancer-controller', 'amazon/aws-alb-ingress-controller'],
  prefixes: [alb],
  keys: new Map(
    keysOf(alb, [
      [['internal', 'internet-facing'], ingress, 'scheme'],
      [['ipv4', 'dualstack', 'dualstack-without-public-ipv4'], ingress, 'ip-address-type'],
      [['instance', 'ip'], both, 'target-type'],
      [['HTTP', 'HTTPS'], both, 'backend-protocol healthcheck-protocol'],
      [['HTTP1', 'HTTP2', 'GRPC'], both, 'backend-protocol-version'],
      [['none', 'oidc', 'cognito', 'jwt'], both, 'auth-type'],
      [
        'boolean',
        ingress,
        'create-acm-cert dry-run-plan enable-frontend-nlb manage-backend-security-group-rules shield-advanced-protection',
      ],
      ['boolean', both, 'multi-cluster-target-group use-regex-path-match'],
      ['integer', ingress, 'group.order ssl-redirect'],
      [
        'integer',
        both,
        `auth-session-timeout healthcheck-interval-seconds healthcheck-timeout-seconds healthy-threshold-count
        target-control-port unhealthy-threshold-count`,
      ],
      ['json', ingress, 'listen-ports'],
      ['json', both, 'auth-idp-cognito auth-idp-oidc'],
      ['cidrs', ingress, 'inbound-cidrs'],
      [
        'text',
        ingress,
        `acm-pca-arn certificate-arn customer-owned-ipv4-pool frontend-nlb-attributes frontend-nlb-eip-allocations
        frontend-nlb-healthcheck-healthy-threshold-count frontend-nlb-healthcheck-interval-seconds
        frontend-nlb-healthcheck-path frontend-nlb-healthcheck-port frontend-nlb-healthcheck-protocol
        frontend-nlb-healthcheck-success-codes frontend-nlb-healthcheck-timeout-seconds
        frontend-nlb-healthcheck-unhealthy-threshold-count frontend-nlb-listener-port-mapping frontend-nlb-scheme
        frontend-nlb-security-groups frontend-nlb-subnets frontend-nlb-tags group.name ipam-ipv4-pool-id
        load-balancer-attributes load-balancer-name minimum-load-balancer-capacity mutual-authentication
        security-group-prefix-lists security-groups ssl-policy subnets tags waf-acl-id wafv2-acl-arn wafv2-acl-name
        web-acl-id`,
      ],
      [
        'text',
        both,
        `auth-on-unauthenticated-request auth-scope auth-session-cookie healthcheck-path healthcheck-port jwt-validation
        success-codes target-group-attributes target-node-labels`,
      ],
    ]),
  ),
  openKeys: ['actions.', 'conditions.', 'transforms.', 'listener-attributes.'].map((open) => alb + open),
});

/** Google's, for its own load balancers. Its keys are few and stand behind common prefixes. */
export const gkeAnnotations = defineFamily({
  title: 'GKE Ingress',
  controllerStrings: ['k8s.io/ingress-gce', 'networking.gke.io/ingress-gce'],
  classNames: ['gce', 'gce-internal'],
  images: ['ingress-gce-glbc'],
  prefixes: ['ingress.gcp.kubernetes.io/', 'networking.gke.io/', 'cloud.google.com/'],
});

/** Azure Application Gateway: pkg/annotations of its ingress controller. */
export const azureAnnotations = defineFamily({
  title: 'Azure Application Gateway',
  controllerStrings: ['azure/application-gateway'],
  classNames: ['azure-application-gateway', 'azure/application-gateway'],
  images: ['application-gateway/kubernetes-ingress', 'applicationgateway/kubernetes-ingress'],
  prefixes: [appgw],
  keys: new Map(
    keysOf(appgw, [
      [
        'boolean',
        ingress,
        'connection-draining cookie-based-affinity cookie-based-affinity-distinct-name ssl-redirect use-private-ip',
      ],
      [
        'integer',
        ingress,
        `connection-draining-timeout health-probe-interval health-probe-port health-probe-timeout
        health-probe-unhealthy-threshold override-frontend-port request-timeout rule-priority`,
      ],
      [['http', 'https'], ingress, 'backend-protocol'],
      [
        'text',
        ingress,
        `appgw-ssl-certificate appgw-ssl-profile appgw-trusted-root-certificate backend-hostname backend-path-prefix
        health-probe-hostname health-probe-path health-probe-status-codes hostname-extension rewrite-rule-set
        rewrite-rule-set-custom-resource waf-policy-for-path`,
      ],
    ]),
  ),
});
