import type { Controller } from '../controller';
import { defineController } from '../controller';
import type { Route } from '../dialect';
import { advisories } from './advisories';
import { AlbDraft, prefix } from './draft';
import { albOptions } from './options';
import { listensOnHttp } from './options/connections';
import { checkRoute } from './route-checks';
import type { AwsLoadBalancerSettings } from './settings';
import { needs } from './settings';

const ports = { unsupported: 'an Application Load Balancer speaks HTTP alone; use Exposure.loadBalancer' };

/** The Application Load Balancers of the AWS Load Balancer Controller, https://kubernetes-sigs.github.io/aws-load-balancer-controller/ */
export function awsLoadBalancerWith(settings: AwsLoadBalancerSettings): Controller {
  return defineController(
    {
      id: 'aws-load-balancer',
      // IngressClassControllerALB of pkg/ingress/class_loader.go
      controllerString: 'ingress.k8s.aws/alb',
      defaultClassName: 'alb',
      annotationPrefixes: [prefix],
      images: ['public.ecr.aws/eks/aws-load-balancer-controller'],
      semantics: {
        prefix: 'elements',
        plainHttp:
          'nothing where alb.ingress.kubernetes.io/certificate-arn is given, and everything, without TLS, where it is not; listen-ports says otherwise',
        sameHost:
          'each Ingress has a load balancer of its own, unless both name one group.name, where group.order and then the names decide',
        responseTimeoutSeconds: 60,
        rateLimitStatus: undefined,
      },
      advisories,
    },
    {
      title: 'the AWS Load Balancer Controller',
      options: albOptions(settings),
      tcp: ports,
      udp: ports,
      begin: (route) => begin(route, settings),
      finish: (draft) => draft.objects(),
    },
  );
}

/** As its IngressClass is set up, with targets of type ip. */
export const awsLoadBalancer = awsLoadBalancerWith({});

function begin(route: Route, settings: AwsLoadBalancerSettings): AlbDraft {
  const { targetType = 'ip', internal, certificateArns } = settings;
  const draft = new AlbDraft(route);
  checkRoute(route, draft, settings);
  draft.annotate(`${prefix}target-type`, targetType);
  if (internal !== undefined) draft.annotate(`${prefix}scheme`, internal ? 'internal' : 'internet-facing');
  if (route.tls.length === 0) return draft;
  const listeners = [...(listensOnHttp(route) ? [{ HTTP: 80 }] : []), { HTTPS: 443 }];
  draft.annotate(`${prefix}listen-ports`, JSON.stringify(listeners));
  if (certificateArns === undefined) draft.need(needs.certificates);
  else draft.annotate(`${prefix}certificate-arn`, certificateArns.join(','));
  return draft;
}
