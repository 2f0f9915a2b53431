/** What would make the answer depend on the cluster's state or on how it is asked. */
export const leftAlone = /^(apiVersion|kind|metadata\.(resourceVersion|uid|namespace))$/;

/** What the server sets: seldom written, and mostly ignored. */
export const seldom =
  /^(status|metadata\.(creationTimestamp|deletionTimestamp|deletionGracePeriodSeconds|generation|selfLink|managedFields))(\.|$)/;
