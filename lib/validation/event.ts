import { FieldPath } from '../findings/field-path';
import type { ObjectMeta } from '../kubernetes/api';
import { isLongerThan, qualifiedNameProblems } from '../kubernetes/names';
import type { ValidationContext } from './context';
import type { FieldErrors } from './field-errors';

export const eventRules = {
  'event/namespace': 'An Event is in the namespace of the object that it is about, or in default.',
  'event/report': 'An Event with a time says who reports what, and in which words.',
  'event/series': 'A series of Events has at least two, and a time of the last one.',
  'event/type': 'An Event of events.k8s.io/v1 is Normal or a Warning, has a time, and no field of older versions.',
} as const;

/** What both versions of an Event have, under the names of the core one. */
interface Event {
  readonly metadata?: ObjectMeta | null;
  readonly involvedObject?: { readonly namespace?: string | null } | null;
  readonly eventTime?: string | null;
  readonly reportingInstance?: string | null;
  readonly action?: string | null;
  readonly reason?: string | null;
  readonly message?: string | null;
}

/** An Event of the core group. */
export interface CoreEvent extends Event {
  readonly reportingComponent?: string | null;
}

/** An Event of events.k8s.io/v1. */
export interface NewEvent extends Omit<Event, 'involvedObject' | 'message'> {
  readonly regarding?: Event['involvedObject'];
  readonly note?: string | null;
  readonly reportingController?: string | null;
  readonly type?: string | null;
  readonly series?: { readonly count?: number | null; readonly lastObservedTime?: string | null } | null;
  readonly deprecatedFirstTimestamp?: string | null;
  readonly deprecatedLastTimestamp?: string | null;
  readonly deprecatedCount?: number | null;
  readonly deprecatedSource?: { readonly component?: string | null; readonly host?: string | null } | null;
}

const longestName = 128;
const longestMessage = 1024;

/** ValidateEventCreate of the core group: legacyValidateEvent. */
export function validateCoreEvent(event: CoreEvent, _context: ValidationContext, errors: FieldErrors): void {
  validateEvent(event, 'reportingComponent', event.reportingComponent ?? '', errors);
}

/** ValidateEventCreate of events.k8s.io/v1: fields are named as those of the core group. */
export function validateNewEvent(event: NewEvent, _context: ValidationContext, errors: FieldErrors): void {
  const core = { ...event, involvedObject: event.regarding ?? {}, message: event.note ?? '' };
  validateEvent(core, 'reportingController', event.reportingController ?? '', errors);
  if (event.eventTime == null) errors.required('event/type', FieldPath.of('eventTime'), '');
  validateSeries(event.series, errors);
  const type = event.type ?? '';
  if (type !== 'Normal' && type !== 'Warning') {
    errors.invalid('event/type', FieldPath.of('type'), type, "must be 'Normal' or 'Warning'");
  }
  const { deprecatedSource: source } = event;
  const old: readonly (readonly [name: string, isSet: boolean])[] = [
    ['firstTimestamp', event.deprecatedFirstTimestamp != null],
    ['lastTimestamp', event.deprecatedLastTimestamp != null],
    ['count', (event.deprecatedCount ?? 0) !== 0],
    ['source', (source?.component ?? '') !== '' || (source?.host ?? '') !== ''],
  ];
  for (const [name, isSet] of old) {
    if (isSet) errors.invalid('event/type', FieldPath.of(name), '', 'is a field of older versions, and must be absent');
  }
}

/** legacyValidateEvent for an Event without a time; one that has a time may be about any namespace, and says more. */
function validateEvent(event: Event, reporter: string, reportedBy: string, errors: FieldErrors): void {
  if (event.eventTime == null) validateNamespace(event, errors);
  else validateReport(event, FieldPath.of(reporter), reportedBy, errors);
}

/** Where the manifest names no namespace, it is that of the request, which is not known. */
function validateNamespace({ metadata, involvedObject }: Event, errors: FieldErrors): void {
  const namespace = metadata?.namespace ?? '';
  const about = involvedObject?.namespace ?? '';
  if (namespace === '' || namespace === (about === '' ? 'default' : about)) return;
  const path = FieldPath.of('involvedObject').child('namespace');
  errors.invalid('event/namespace', path, about, `must be '${namespace}', the namespace of the Event`);
}

function validateReport(event: Event, reporterPath: FieldPath, reportedBy: string, errors: FieldErrors): void {
  if (reportedBy === '') errors.required('event/report', reporterPath, '');
  errors.invalidForEach('event/report', reporterPath, reportedBy, qualifiedNameProblems(reportedBy));
  for (const field of ['reportingInstance', 'action', 'reason'] as const) {
    const text = event[field] ?? '';
    if (text === '') errors.required('event/report', FieldPath.of(field), '');
    validateLength(text, longestName, field, errors);
  }
  validateLength(event.message ?? '', longestMessage, 'message', errors);
}

function validateLength(text: string, longest: number, field: string, errors: FieldErrors): void {
  if (!isLongerThan(text, longest)) return;
  errors.invalid('event/report', FieldPath.of(field), text, `must be no more than ${longest} characters`);
}

/** validateV1EventSeries */
function validateSeries(series: NewEvent['series'], errors: FieldErrors): void {
  if (series == null) return;
  const path = FieldPath.of('series');
  const count = series.count ?? 0;
  if (count < 2) errors.invalid('event/series', path.child('count'), count, 'must be at least 2');
  if (series.lastObservedTime == null) errors.required('event/series', path.child('lastObservedTime'), '');
}
