import type { RecordOf } from '../shapes';
import {
  accountId,
  flag,
  hashes,
  isoTime,
  json,
  jsonText,
  object,
  oneOf,
  optional,
  presence,
  text,
  unread,
} from '../shapes';

/** Kinds of events. The last ten are of MaxCompute. */
export const eventTypes = [
  'ApiCall',
  'ConsoleOperation',
  'ConsoleCall',
  'ConsoleSignin',
  'ConsoleSignout',
  'AliyunServiceEvent',
  'PasswordReset',
  'JobEvent',
  'TunnelEvent',
  'TableEvent',
  'AdminEvent',
  'ResourceEvent',
  'FunctionEvent',
  'PrivilegeEvent',
  'RoleEvent',
  'UserEvent',
  'SchemaEvent',
] as const;

/** Kinds of callers; `system` is Alibaba Cloud itself. */
export const identityTypes = ['root-account', 'ram-user', 'assumed-role', 'system'] as const;

const identityFields = {
  type: oneOf(identityTypes),
  /** root-account: the account. ram-user: the ID of the user. assumed-role: `<role id>:<session name>`. */
  principalId: optional(text()),
  /** Of a role, the account that owns it. */
  accountId: optional(accountId('string')),
  accessKeyId: unread(text()),
  /** `root`, the name of the RAM user, or `<role name>:<session name>`. Personal data. */
  userName: optional(text()),
  roleName: optional(text()),
  sessionContext: optional(
    object({
      sessionName: optional(text()),
      attributes: optional(object({ creationDate: optional(isoTime()), mfaAuthenticated: optional(text()) })),
    }),
  ),
};

const eventFields = {
  /** Usually the request ID. */
  eventId: text(),
  eventVersion: optional(text({ wireAlso: 'number' })),
  /** The action, if `eventType` is ApiCall; otherwise a word for what was done. */
  eventName: text(),
  eventType: optional(oneOf(eventTypes)),
  eventRW: optional(oneOf(['Write', 'Read'])),
  eventCategory: optional(text()),
  /** In whole seconds. */
  eventTime: isoTime(),
  eventSource: optional(text()),
  serviceName: optional(text()),
  apiVersion: optional(text()),
  acsRegion: optional(text()),
  isGlobal: optional(flag()),
  requestId: optional(text()),
  /** An address, the word Internal, or a host of Alibaba Cloud. Personal data. */
  sourceIpAddress: optional(text()),
  userAgent: optional(text()),
  errorCode: optional(text()),
  /** It repeats what was sent: only whether there is one is kept. */
  errorMessage: optional(presence()),
  requestParameters: optional(hashes()),
  requestParameterJson: unread(jsonText()),
  responseElements: unread(object({})),
  /** An object of type to names, or a list of objects with type and name: see `namedResources.ts`. */
  referencedResources: optional(json()),
  resourceType: optional(text()),
  resourceName: optional(text()),
  additionalEventData: unread(object({})),
  eventAttributes: unread(object({})),
  recipientAccountId: optional(accountId('string')),
  vpcId: unread(text()),
  userIdentity: optional(object(identityFields)),
};

/** An event. What was sent is kept as names and keyed hashes, what was answered is not kept at all. */
export const EventRecord = object(eventFields);
export type EventRecord = RecordOf<typeof eventFields>;
