import type { LookupEvents as Operation } from '../../operations/actiontrail/LookupEvents';
import type { RequestOf } from '../../operations/operation';
import type { Handler, HandlerContext } from '../handler';
import { BusinessError } from '../handler';
import { sealedTokens } from '../sealedTokens';
import { listTokenLifeMs } from '../tokenPage';
import type { TrailEvent } from './TrailEvent';
import { trailRefusal } from './productErrors';
import { namedBy, resourceNameOf, toEventRecord } from './toEventRecord';

const dayMs = 24 * 60 * 60_000;

type Request = RequestOf<typeof Operation>;
type Attribute = NonNullable<Request['LookupAttribute']>[number];

/** Which second attribute may stand beside a first one. */
const pairs: Readonly<Record<string, readonly string[]>> = {
  ServiceName: [
    'EventName',
    'User',
    'PrincipalId',
    'RoleName',
    'ResourceName',
    'EventRW',
    'SensitiveAction',
    'EventType',
  ],
  ResourceName: ['ResourceType', 'EventName', 'User', 'RoleName', 'ServiceName'],
  EventType: ['EventName'],
};

/** What an attribute is compared with. Attributes that no world has match nothing. */
const valueOf: Readonly<Record<string, (event: TrailEvent, context: HandlerContext) => readonly unknown[]>> = {
  ServiceName: ({ service }) => [service],
  EventName: ({ operation }) => [operation],
  User: ({ identity }) => [identity.userName],
  EventId: ({ id }) => [id],
  ResourceType: (event, { readings }) => namedBy(event, readings).map(({ type }) => type),
  ResourceName: (event, { readings }) => {
    const named = namedBy(event, readings);
    return readings.trailNameMatch === 'each' ? named.map(({ name }) => name) : [resourceNameOf(named)];
  },
  EventRW: ({ isWrite }) => [isWrite ? 'Write' : 'Read'],
  SourceIpAddress: ({ sourceIp }) => [sourceIp],
  EventType: ({ type }) => [type],
  RoleName: ({ identity }) => [identity.roleName],
  PrincipalId: ({ identity }) => [identity.principalId],
};

/** Searches the events of the caller's account in the region that was called, newest or oldest first. */
export const LookupEvents: Handler<'LookupEvents'> = (request, context) => {
  const { world, caller, readings, region } = context;
  const { MaxResults: size, NextToken: token = '', Direction, ...search } = request;
  const now = world.clock.now();
  const tokens = sealedTokens(
    `LookupEvents/${caller.accountId}/${region}/${JSON.stringify({ Direction, ...search })}`,
    () => trailRefusal('InvalidNextToken'),
  );
  const position = token === '' ? undefined : tokens.read(token);
  if (token !== '' && (!position || position.expiresAt < now)) throw tokens.refusal();
  const startedAt = position ? position.expiresAt - listTokenLifeMs : now;
  const { from, to } = rangeOf(request, startedAt, readings);
  const attributes = attributesOf(request, context);
  const valueFor = (name: string) => attributes.find(({ Key }) => Key === name)?.Value;

  const found = world.trail.search({
    accountId: caller.accountId,
    from,
    to: Math.min(to, startedAt - world.trail.lagMs),
    service: valueFor('ServiceName'),
    resourceName: valueFor('ResourceName'),
  });
  const given = position?.given ?? 0;
  const matching = only(
    found,
    (event) => isHere(event, context) && attributes.every((one) => isMatch(one, event, context)),
  );
  // Oldest first, all of them have to be known; newest first, no more than are given.
  const events =
    Direction === 'FORWARD' ? [...matching].reverse().slice(given, given + size + 1) : take(matching, given, size + 1);
  const next = tokens.write({ given: given + size, expiresAt: startedAt + listTokenLifeMs });
  return {
    StartTime: new Date(from).toISOString(),
    EndTime: new Date(to).toISOString(),
    NextToken: events.length > size ? next : readings.trailLastToken === 'empty' ? '' : undefined,
    Events: events.slice(0, size).map((event) => toEventRecord(event, readings)),
  };
};

/** The range to search. @throws for half a range, one that is reversed or too long, or begins too early. */
function rangeOf({ StartTime, EndTime }: Request, now: number, { trailSpan }: HandlerContext['readings']) {
  if (StartTime === undefined && EndTime !== undefined) throw new BusinessError('InvalidParameterStartTime');
  if (StartTime !== undefined && EndTime === undefined) throw new BusinessError('InvalidParameterEndTime');
  const from = StartTime === undefined ? now - 7 * dayMs : Date.parse(StartTime);
  const to = EndTime === undefined ? now : Date.parse(EndTime);
  if (to <= from) throw new BusinessError('InvalidParameterCombination');
  if (trailSpan === '30-days' && to - from > 30 * dayMs) throw trailRefusal('InvalidTimeRangeException');
  if (from < now - 90 * dayMs) throw trailRefusal('InvalidParameterStartTimeOutOfDate');
  return { from, to };
}

function attributesOf({ LookupAttribute = [] }: Request, { readings }: HandlerContext): readonly Attribute[] {
  const [first, second] = LookupAttribute;
  if (LookupAttribute.some(({ Key, Value }) => Key === undefined || Value === undefined)) {
    throw new BusinessError('InvalidQueryParameter');
  }
  if (!first || !second || pairs[first.Key ?? '']?.includes(second.Key ?? '') === true) return LookupAttribute;
  if (readings.trailExtraAttributes === 'refused') throw trailRefusal('InvalidLookupAttributesException');
  return [first];
}

const isMatch = ({ Key = '', Value }: Attribute, event: TrailEvent, context: HandlerContext): boolean =>
  valueOf[Key]?.(event, context).includes(Value) === true;

const isHere = (event: TrailEvent, { region, readings }: HandlerContext): boolean =>
  event.region === region || (event.isGlobal && readings.trailGlobal === 'every-region');

function* only(events: Iterable<TrailEvent>, matches: (event: TrailEvent) => boolean): Generator<TrailEvent> {
  for (const event of events) if (matches(event)) yield event;
}

function take(events: Iterable<TrailEvent>, skip: number, count: number): TrailEvent[] {
  const taken: TrailEvent[] = [];
  let index = 0;
  for (const event of events) {
    if (index >= skip) taken.push(event);
    index += 1;
    if (taken.length === count) break;
  }
  return taken;
}
