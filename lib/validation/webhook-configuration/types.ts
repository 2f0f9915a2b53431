import type { LabelSelector, ObjectMeta } from '../../kubernetes/api';

type Maybe<T> = T | null | undefined;
type Texts = Maybe<readonly Maybe<string>[]>;

/** What is read of a ValidatingWebhookConfiguration or MutatingWebhookConfiguration. */
export interface WebhookConfiguration {
  readonly metadata?: Maybe<ObjectMeta>;
  readonly webhooks?: Maybe<readonly Maybe<Webhook>[]>;
}

export interface Webhook {
  readonly name?: Maybe<string>;
  readonly rules?: Maybe<readonly Maybe<RuleWithOperations>[]>;
  readonly failurePolicy?: Maybe<string>;
  readonly matchPolicy?: Maybe<string>;
  readonly sideEffects?: Maybe<string>;
  readonly reinvocationPolicy?: Maybe<string>;
  readonly timeoutSeconds?: Maybe<number>;
  readonly namespaceSelector?: Maybe<LabelSelector>;
  readonly objectSelector?: Maybe<LabelSelector>;
  readonly clientConfig?: Maybe<WebhookClientConfig>;
  readonly admissionReviewVersions?: Texts;
  readonly matchConditions?: Maybe<readonly Maybe<MatchCondition>[]>;
}

export interface RuleWithOperations {
  readonly operations?: Texts;
  readonly apiGroups?: Texts;
  readonly apiVersions?: Texts;
  readonly resources?: Texts;
  readonly scope?: Maybe<string>;
}

export interface WebhookClientConfig {
  readonly url?: Maybe<string>;
  readonly service?: Maybe<WebhookService>;
}

export interface WebhookService {
  readonly name?: Maybe<string>;
  readonly namespace?: Maybe<string>;
  readonly path?: Maybe<string>;
  readonly port?: Maybe<number>;
}

export interface MatchCondition {
  readonly name?: Maybe<string>;
  readonly expression?: Maybe<string>;
}
