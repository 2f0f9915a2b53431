export const horizontalPodAutoscalerRules = {
  'autoscaler/replicas':
    'The numbers of replicas are 1 or more, since Kubernetes 1.37 the lower one 0 or more, and the upper one is not below it.',
  'autoscaler/target':
    'What is scaled has a kind and a name, and since Kubernetes 1.34 an API group unless it is of the core.',
  'autoscaler/metric-type': 'A metric is of one type, and sets the field of that type alone.',
  'autoscaler/metric-name':
    'A metric has a name; a resource metric the name of a resource, and for one container its name.',
  'autoscaler/metric-target': 'A metric aims at a positive value of a kind that fits its type.',
  'autoscaler/scale-to-zero': 'Scaling to zero needs a metric that lives without pods, of type Object or External.',
  'autoscaler/behavior':
    'Scaling rules list policies, with sound types, values and periods, and a stabilization of at most an hour.',
} as const;
