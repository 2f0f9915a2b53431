/** What the API server warns about while it accepts the manifest: its stable id, and what to do in one sentence. */
export const warningRules = {
  'warning/deprecated-kind': 'A kind is written in a version that is not on its way out.',
  'warning/deprecated-annotation': 'What an old annotation said is said by the field that took its place.',
  'warning/deprecated-node-label': 'Nodes are chosen by labels that they will keep.',
  'warning/deprecated-volume': 'A volume is of a kind that nodes still mount.',
  'warning/deprecated-field': 'A field or value is used that clusters keep acting on.',
  'warning/ignored-field': 'A field is set only where the rest of the object lets it have an effect.',
  'warning/address-form': 'An address is written in its one standard form.',
  'warning/container-port': 'A port of a pod is declared once, and a host address comes with a host port.',
  'warning/duplicate-entry': 'An entry does not hide or repeat another one of its list.',
  'warning/overlapping-paths': 'The files of a volume do not cover each other.',
  'warning/selects-nothing': 'A selector is given where its absence would match no pod.',
  'warning/fractional-bytes': 'Amounts of memory and storage are whole bytes.',
  'warning/negative-value': 'A value is not negative where that has a surprising meaning.',
  'warning/workload-name': 'A name that becomes part of pod and host names is a DNS label.',
  'warning/job-size': 'An indexed Job is small enough for its indexes to be tracked.',
  'warning/time-zone': 'The time zone of a schedule is told by its own field.',
  'warning/key-pair': 'A TLS Secret holds a certificate and the private key of it.',
  'warning/duplicate-owner': 'An owner is referred to once.',
  'warning/finalizer': 'A finalizer of a custom resource has a domain and a path, as those of all other kinds have.',
} as const;

/** The stable id of a warning, `warning/deprecated-kind`. */
export type WarningId = keyof typeof warningRules;
