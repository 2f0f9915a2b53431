/** A HorizontalPodAutoscaler of examples. */
export function autoscaler(name: string, target: string, spec = 'minReplicas: 2, maxReplicas: 5'): string {
  return `
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: ${name} }
spec: { scaleTargetRef: { ${target} }, ${spec} }
`;
}

export const webTarget = 'apiVersion: apps/v1, kind: Deployment, name: web';
