import { annotatedWithin, type HealthCheckHandlers, type WishHandler } from '../dialect';

/**
 * The AWS Load Balancer Controller and the AWS cloud controller manager read the same keys.
 * Sources: kubernetes-sigs/aws-load-balancer-controller, docs/guide/service/annotations.md, section "Health Check";
 * kubernetes/cloud-provider-aws, docs/service_controller.md and pkg/providers/v1/aws.go (buildNLBHealthCheckConfiguration).
 */
const keys = {
  /** `tcp`, `http` or `https` in any case; classic load balancers pass the text on, and ELB names protocols in upper case. */
  protocol: 'service.beta.kubernetes.io/aws-load-balancer-healthcheck-protocol',
  /** Read for HTTP and HTTPS. */
  path: 'service.beta.kubernetes.io/aws-load-balancer-healthcheck-path',
  /** `traffic-port`, a number, or (AWS Load Balancer Controller only) the name of a Service port. */
  port: 'service.beta.kubernetes.io/aws-load-balancer-healthcheck-port',
  interval: 'service.beta.kubernetes.io/aws-load-balancer-healthcheck-interval',
  timeout: 'service.beta.kubernetes.io/aws-load-balancer-healthcheck-timeout',
  healthy: 'service.beta.kubernetes.io/aws-load-balancer-healthcheck-healthy-threshold',
  unhealthy: 'service.beta.kubernetes.io/aws-load-balancer-healthcheck-unhealthy-threshold',
} as const;

/** How a kind of load balancer is told about its health check. */
export interface AwsHealthCheck {
  readonly annotationKeys: readonly string[];
  readonly handlers: HealthCheckHandlers;
}

const protocol: WishHandler<string> = (value, draft) => {
  draft.annotate(keys.protocol, value.toUpperCase());
};

const path: WishHandler<string> = (value, draft) => {
  draft.annotate(keys.path, value);
};

const portNumber: WishHandler<string | number> = (value, draft) => {
  if (typeof value === 'number') draft.annotate(keys.port, value);
  else draft.refuse(`a port is given by its number here, not by its name '${value}': give the node port`);
};

/** Limits of the Elastic Load Balancing API, CreateTargetGroup: interval 5 to 300, timeout 2 to 120, thresholds 2 to 10. */
export function networkHealthCheck(targetType: 'instance' | 'ip'): AwsHealthCheck {
  return {
    annotationKeys: Object.values(keys),
    handlers: {
      protocol,
      path,
      port: (value, draft) => {
        if (typeof value === 'string' && targetType === 'ip') {
          // buildTargetGroupHealthCheckPort: pods are asked at the targetPort, and ours is a name.
          draft.refuse(
            `targets of type 'ip' are asked at a number, not at the port '${value}': give the container port`,
          );
        } else {
          draft.annotate(keys.port, value);
        }
      },
      intervalSeconds: annotatedWithin(keys.interval, 5, 300),
      timeoutSeconds: annotatedWithin(keys.timeout, 2, 120),
      healthyThreshold: annotatedWithin(keys.healthy, 2, 10),
      unhealthyThreshold: annotatedWithin(keys.unhealthy, 2, 10),
    },
  };
}

/** Limits of docs/service_controller.md. */
export function inTreeNetworkHealthCheck(): AwsHealthCheck {
  const { timeout, ...written } = keys;
  const threshold =
    (key: string): WishHandler<number> =>
    (value, draft, request) => {
      const { healthyThreshold, unhealthyThreshold } = request.wishes.healthCheck ?? {};
      if (healthyThreshold === unhealthyThreshold) annotatedWithin(key, 2, 10)(value, draft, request);
      else draft.refuse('healthyThreshold and unhealthyThreshold must both be given and equal');
    };
  return {
    annotationKeys: Object.values(written),
    handlers: {
      protocol,
      path,
      port: portNumber,
      intervalSeconds: annotatedWithin(keys.interval, 5, 300),
      // ensureTargetGroup in aws_loadbalancer.go never sends it.
      timeoutSeconds: (_value, draft) => {
        draft.refuse(`the annotation ${timeout} is not applied to Network Load Balancers: leave it out`);
      },
      healthyThreshold: threshold(keys.healthy),
      unhealthyThreshold: threshold(keys.unhealthy),
    },
  };
}

/** Limits of the classic Elastic Load Balancing API, HealthCheck: interval 5 to 300, timeout 2 to 60 and below the interval, thresholds 2 to 10. */
export function classicHealthCheck(): AwsHealthCheck {
  return {
    annotationKeys: Object.values(keys),
    handlers: {
      protocol,
      path,
      port: portNumber,
      intervalSeconds: annotatedWithin(keys.interval, 5, 300),
      timeoutSeconds: (value, draft, request) => {
        // defaultElbHCInterval in aws_loadbalancer.go
        const interval = request.wishes.healthCheck?.intervalSeconds ?? 10;
        if (value < interval) annotatedWithin(keys.timeout, 2, 60)(value, draft, request);
        else draft.refuse(`it is ${value} and must be less than the interval, ${interval}`);
      },
      healthyThreshold: annotatedWithin(keys.healthy, 2, 10),
      unhealthyThreshold: annotatedWithin(keys.unhealthy, 2, 10),
    },
  };
}
