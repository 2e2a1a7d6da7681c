import type { History } from '../cloud-config/History';
import type { ResourceKey } from '../cloud-config/ResourceKey';
import type { Timelines } from '../cloud-config/Timelines';
import type { Directories } from '../resource-manager/Directories';
import type { Accounts } from '../world/Accounts';
import type { WorldClock } from '../world/WorldClock';
import type { CompleteWorld } from '../world/WorldDefinition';
import { toEpochMs } from '../world/WorldDefinition';
import { roleId, userId } from '../world/principals';
import type { WriteDefinition } from '../world/writeDefinition';
import type { TrailEvent, TrailIdentity } from './TrailEvent';
import type { Surroundings } from './derivedEvents';
import { eventId, eventsAround } from './derivedEvents';
import { newestFirst } from './newestFirst';
import { verbsOf } from './verbs';

/** Cloud Config looks at the accounts every ten minutes. */
export const captureEveryMs = 10 * 60_000;

/** Past so many events that were noted while the world runs, the oldest are forgotten. */
const mostNoted = 10_000;

/** What to search for: what is omitted narrows nothing. */
export interface TrailSearch {
  readonly accountId: string;
  /** Both included. */
  readonly from: number;
  readonly to: number;
  readonly service?: string;
  /** As the trail names a resource, or as Cloud Config does. */
  readonly resourceName?: string;
}

export interface TrailOptions {
  readonly definition: Pick<CompleteWorld, 'writes' | 'causes' | 'trailLagSeconds'>;
  readonly clock: WorldClock;
  readonly timelines: Timelines;
  readonly directories: Directories;
  readonly accounts: Accounts;
}

/**
 * What was done in the accounts of a world. Every change has one cause: an event that was written down, in the world or
 * while it runs, or one that follows from the change itself, so that of a generated world nothing is held.
 */
export class Trail {
  /** Written down, in no order. */
  private readonly noted: TrailEvent[];

  constructor(private readonly options: TrailOptions) {
    this.noted = options.definition.writes.map((write, index) => toEvent(write, eventId(`write/${index}/${write.at}`)));
    options.definition.writes.forEach((write, index) => {
      const id = this.noted[index]?.id ?? '';
      if (write.change) this.change(write, id);
    });
  }

  /** How long after it happened an event can be searched for. */
  get lagMs(): number {
    return this.options.definition.trailLagSeconds * 1000;
  }

  /** The region that keeps an account's events of global products. */
  globalRegion(accountId: string): string {
    return this.options.accounts.get(accountId)?.site === 'international' ? 'ap-southeast-1' : 'cn-hangzhou';
  }

  /** Does what is written: an event now and, if it changes a resource, a change at the next capture. */
  write(definition: WriteDefinition): TrailEvent {
    const event = toEvent(definition, eventId(`write/${this.noted.length}/${definition.at}`));
    this.noted.push(event);
    if (this.noted.length > mostNoted) this.noted.shift();
    if (definition.change) this.change(definition, event.id);
    return event;
  }

  /** Searches the events of an account, newest first: as much work as is taken, for one resource. */
  *search(search: TrailSearch): Generator<TrailEvent> {
    const { accountId, from, to } = search;
    const noted = this.noted
      .filter((event) => event.accountId === accountId && event.at >= from && event.at <= to)
      .sort((one, other) => other.at - one.at);
    const derived = this.histories(search).map((history) => this.derived(history, from, to));
    yield* newestFirst([noted.values(), ...derived]);
  }

  /** The event that truly caused a change of a resource; undefined if the cloud did it by itself, or it has no event. */
  causeOf(key: ResourceKey, capturedAt: number): TrailEvent | undefined {
    const history = this.options.timelines.get(key);
    const slice = history?.between(capturedAt, capturedAt);
    const [change] = history && slice ? history.slice(slice.from, slice.to) : [];
    if (!history || !slice || !change) return undefined;
    if (change.causeId !== undefined) return this.noted.find(({ id }) => id === change.causeId);
    if (this.options.definition.causes === 'written') return undefined;
    const [previous] = slice.from > 0 ? history.slice(slice.from - 1, slice.from) : [];
    const placed = { change, previousAt: previous?.capturedAt ?? -Infinity };
    return eventsAround(history, placed, this.surroundings(key.accountId)).find(({ isCause }) => isCause);
  }

  private change({ change, at, accountId }: WriteDefinition, causeId: string): void {
    if (!change) return;
    const { diff, type, ...named } = change;
    const capturedAt = (Math.floor(toEpochMs(at) / captureEveryMs) + 1) * captureEveryMs;
    this.options.timelines
      .own({ accountId, ...named })
      ?.add({ capturedAt, type, causeId, diff: typeof diff === 'object' ? JSON.stringify(diff) : diff });
  }

  private histories({ accountId, service, resourceName }: TrailSearch): readonly History[] {
    const { timelines, definition } = this.options;
    if (definition.causes === 'written') return [];
    if (resourceName === undefined) {
      return [...timelines.of(accountId)].filter(
        ({ resource }) => service === undefined || verbsOf(resource.resourceType).service === service,
      );
    }
    const principal = /^(.+)@\d+\.onaliyun\.com$/.exec(resourceName)?.[1];
    if (principal === undefined) return [...timelines.named(accountId, resourceName)];
    return [...timelines.of(accountId)].filter(
      ({ resource }) => resource.resourceType === 'ACS::RAM::User' && resource.resourceName === principal,
    );
  }

  /** The events around the changes of a history, newest first. */
  private *derived(history: History, from: number, to: number): Generator<TrailEvent> {
    const surroundings = this.surroundings(history.resource.accountId);
    const end = history.between(-Infinity, to + captureEveryMs).to;
    for (let position = end - 1; position >= 0; position--) {
      const [previous, change] =
        position > 0 ? history.slice(position - 1, position + 1) : [undefined, history.slice(0, 1)[0]];
      if (!change) return;
      const previousAt = previous?.capturedAt ?? -Infinity;
      if (change.causeId === undefined) {
        const events = eventsAround(history, { change, previousAt }, surroundings);
        yield* events.filter(({ at }) => at >= from && at <= to);
      }
      if (change.capturedAt < from) return;
    }
  }

  private surroundings(accountId: string): Surroundings {
    const { directories } = this.options;
    const directory = directories.joinedBy(accountId) ?? directories.ownedBy(accountId);
    return {
      managementAccountId: directory?.managementAccountId ?? accountId,
      globalRegion: this.globalRegion(accountId),
    };
  }
}

function toEvent({ at, change: _, identity, ...write }: WriteDefinition, id: string): TrailEvent {
  return { ...write, id, at: Math.floor(toEpochMs(at) / 1000) * 1000, identity: toIdentity(write.accountId, identity) };
}

function toIdentity(accountId: string, identity: WriteDefinition['identity']): TrailIdentity {
  const { type, userName, roleName, sessionName } = identity;
  if (type === 'system') return identity;
  const principalId = roleName
    ? `${roleId(accountId, roleName)}:${sessionName ?? ''}`
    : type === 'root-account'
      ? accountId
      : userId(accountId, userName ?? '');
  return { ...identity, accountId, principalId: identity.principalId ?? principalId };
}
