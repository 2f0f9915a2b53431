/** What is asked of workloads beside their pod templates. */
export const workloadRules = {
  'workload/selector': 'A workload selects its pods by a selector that is well formed and asks for something.',
  'workload/selector-match': 'The labels of the template match the selector.',
  'workload/template': 'A ReplicationController has a template for its pods.',
  'workload/count': 'Counts and times of a workload are not negative.',
  'workload/strategy': 'The update strategy is a known one, with the settings that belong to it.',
  'workload/rolling-update': 'A rolling update moves at least one pod at a time, and at most all.',
  'workload/restart-policy': 'The pods of a workload restart as its kind asks for.',
  'workload/active-deadline': 'Pods that are to run for good have no deadline.',
  'deployment/progress-deadline': 'progressDeadlineSeconds is greater than minReadySeconds.',
  'stateful-set/pod-management': 'The pod management policy is OrderedReady or Parallel.',
  'stateful-set/claim-retention': 'Claims are kept or deleted: Retain or Delete.',
  'stateful-set/service-name': 'The service name of a StatefulSet is a DNS label (since Kubernetes 1.33).',
  'job/generated-labels': 'Labels and selector that the server generates for a Job are not written by hand.',
  'job/name-length': 'The name of an indexed Job leaves room for the index in the host names of its pods.',
  'job/completion-mode': 'The completion mode is Indexed, with completions, or NonIndexed.',
  'job/parallelism': 'The parallelism of an indexed Job keeps to its limits.',
  'job/backoff-limit-per-index':
    'backoffLimitPerIndex and maxFailedIndexes belong to indexed Jobs, and keep to their limits.',
  'job/managed-by': 'managedBy is a domain and a path of at most 63 bytes.',
  'job/pod-replacement-policy':
    'Pods are replaced when Failed or TerminatingOrFailed; with a pod failure policy, when Failed.',
  'job/failure-policy': 'A pod failure policy has at most 20 rules, each with a known action and one condition.',
  'job/failure-exit-codes': 'Exit codes of a pod failure policy are ordered, unique, and not 0 with In.',
  'job/failure-conditions': 'Pod conditions of a pod failure policy have a qualified name and a known status.',
  'job/success-policy': 'A success policy belongs to an indexed Job, and has 1 to 20 rules on its indexes.',
  'cron-job/schedule':
    'A schedule has five fields, or is a descriptor such as @daily; the time zone stands in timeZone.',
  'cron-job/time-zone': 'A time zone is a name of the IANA database.',
  'cron-job/name-length': 'The name of a CronJob has at most 52 characters, to leave room for the names of its Jobs.',
  'cron-job/concurrency-policy': 'The concurrency policy is Allow, Forbid or Replace.',
  'cron-job/job-selector': 'The selector of the Jobs is generated.',
} as const;
