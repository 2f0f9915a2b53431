/** A PodDisruptionBudget of examples. */
export function budget(name: string, spec: string, labels = 'app: web'): string {
  return `
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: ${name} }
spec: { ${spec}, selector: { matchLabels: { ${labels} } } }
`;
}
