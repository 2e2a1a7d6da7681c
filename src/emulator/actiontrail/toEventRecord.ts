import type { Readings } from '../readings';
import type { TrailEvent, TrailIdentity, TrailResource } from './TrailEvent';

const isoSeconds = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

/** The resources that an event names, as it names them by the readings. */
export const namedBy = (
  { resources }: TrailEvent,
  readings: Readings,
): readonly Pick<TrailResource, 'type' | 'name'>[] =>
  resources
    .filter(({ isMade }) => isMade !== true || readings.trailCreatedNamed === 'answered')
    .map(({ type, name, configId = name }) => ({
      type: readings.trailTypes === 'full' ? type : (type.split('::').at(-1) ?? type),
      name: readings.trailNames === 'principal' ? name : configId,
    }));

/** Names of one type together, in the order of the types. */
function byType(resources: ReturnType<typeof namedBy>): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const { type, name } of resources) names.set(type, [...(names.get(type) ?? []), name]);
  return names;
}

/** The text that stands in `resourceName`: names of one type joined by commas, the groups by semicolons. */
export const resourceNameOf = (resources: ReturnType<typeof namedBy>): string =>
  [...byType(resources).values()].map((names) => names.join(',')).join(';');

/** An event as LookupEvents answers it. What holds secrets is there, too: it is for the reader to drop it. */
export function toEventRecord(event: TrailEvent, readings: Readings) {
  const resources = namedBy(event, readings);
  const types = byType(resources);
  const noError = readings.trailErrorText === 'empty' ? '' : undefined;
  const parameters = {
    ...event.parameters,
    ...(event.identity.assumedFrom !== undefined && { stsTokenPlayerUid: Number(event.identity.assumedFrom) }),
  };
  return {
    eventId: event.id,
    eventVersion: '1',
    eventName: event.operation,
    eventType: event.type,
    eventRW: event.isWrite ? 'Write' : 'Read',
    eventCategory: 'Management',
    eventTime: isoSeconds(event.at),
    eventSource: `${event.service.toLowerCase()}.aliyuncs.com`,
    serviceName: event.service,
    acsRegion: event.region,
    isGlobal: event.isGlobal,
    requestId: event.id,
    sourceIpAddress: event.sourceIp,
    userAgent: event.userAgent,
    errorCode: event.error?.code ?? noError,
    errorMessage: event.error?.message ?? noError,
    requestParameters: parameters,
    requestParameterJson: JSON.stringify(parameters),
    responseElements: event.answer,
    referencedResources: JSON.stringify(
      readings.trailResources === 'by-type'
        ? Object.fromEntries(types)
        : resources.map(({ type, name }) => ({ resourceType: type, resourceName: name })),
    ),
    resourceType: [...types.keys()].join(';'),
    resourceName: resourceNameOf(resources),
    additionalEventData: { Scheme: 'https', loginAccount: 'CANARY-additional-login' },
    recipientAccountId: event.accountId,
    userIdentity: toIdentityRecord(event.identity),
  };
}

function toIdentityRecord({ type, accountId, principalId, userName, roleName, sessionName, mfa }: TrailIdentity) {
  const name = { 'root-account': 'root', 'assumed-role': `${roleName ?? ''}:${sessionName ?? ''}` }[type] ?? userName;
  return {
    type,
    principalId,
    accountId,
    accessKeyId: type === 'system' ? undefined : 'CANARY-access-key-id',
    userName: name,
    sessionContext:
      mfa === undefined ? undefined : { attributes: { mfaAuthenticated: String(mfa), creationDate: undefined } },
  };
}
