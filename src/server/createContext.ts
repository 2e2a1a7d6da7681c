import type { Logger } from 'pino';
import { Access } from '../access/Access';
import type { CurrentAccount } from '../auth/currentAccount';
import type { Context } from '../context';
import { limitCalls } from '../cost/limitCalls';
import { AnswerSize } from '../json/AnswerSize';
import type { Ledger } from '../ledger/Ledger';
import type { Reconciler } from '../ledger/Reconciler';
import { Loaders } from '../loaders';
import type { KnownLists } from '../loaders/KnownLists';
import { ListsBySight } from '../loaders/ListsBySight';
import type { AttributionOptions } from '../loaders/attribution';
import { cloudConfigApis } from '../loaders/cloud-config/cloudConfigApis';
import { nameAccounts } from '../loaders/nameAccounts';
import type { AuditLog } from '../observability/AuditLog';
import { createRequestTrace, noteRoute, noteShared } from '../observability/RequestTrace';
import type { Metrics } from '../observability/metrics/Metrics';
import type { CursorFormat } from '../pagination/cursor';
import type { Cancellation } from '../rpc/Cancellation';
import type { RequestContext, RpcClient } from '../rpc/client';
import type { Clock } from '../rpc/clock';
import type { CloudConfigVersion, MemberAccess, RequestLimits } from '../settings';
import type { Upstream } from '../upstream';
import type { Stopping } from './Stopping';
import { auditMutations } from './auditMutations';
import type { Incoming } from './http/Incoming';
import { senderOf } from './http/authenticate';
import { costOnlyOf } from './http/costOnly';
import { deadlineOf } from './http/deadline';
import { languageOf } from './http/language';
import { maxAgeOf } from './http/maxAge';
import { answerTooLarge } from './stages/answerLimit';

/** How long the upstream calls of one request may take together, milliseconds: routers give up after 30 s. */
const maxUpstreamMs = 25_000;

export interface ContextOptions {
  readonly upstream: Upstream;
  readonly cloudConfigVersion: CloudConfigVersion;
  readonly logger: Logger;
  readonly mutations: boolean;
  readonly maxUpstreamCalls: number;
  readonly memberAccess?: MemberAccess;
  /** How it looks up who made changes. Default: it does, on the China site. */
  readonly attribution?: AttributionOptions;
  readonly lists: KnownLists;
  readonly limits: RequestLimits;
  readonly stopping: Stopping;
  readonly clock: Clock;
  readonly auditLog: AuditLog;
  readonly ledger: Ledger;
  readonly reconciler: Reconciler;
  readonly currentAccount: CurrentAccount;
  readonly cursors: CursorFormat;
  /** Where mutations are counted. Default: nowhere. */
  readonly metrics?: Metrics;
}

const defaultAttribution: AttributionOptions = { isOn: true, globalRegion: 'cn-hangzhou' };

/** What a request needs to call upstream: built for the first call. */
interface Reach {
  /** Its calls count as the request's. */
  readonly rpc: RpcClient;
  /** Its calls cost the request nothing: what it learns is kept for all. */
  readonly free: RpcClient;
  /** Ends the reads of the request. */
  readonly controller: Cancellation;
}

/**
 * The parts of a context that are built for their first use, and the loaders anew after each write.
 *
 * They are accessors of the prototype, and what they read is one object: Apollo Server copies the own properties of a
 * context, and a copy would keep the loaders of before.
 */
class LateParts {
  constructor(
    private readonly parts: {
      readonly rpc: () => RpcClient;
      readonly loaders: () => Loaders;
      readonly forget: () => void;
    },
  ) {}

  get rpc(): RpcClient {
    return this.parts.rpc();
  }

  get loaders(): Loaders {
    return this.parts.loaders();
  }

  /** Forgets all that was loaded, and how long lists were: a write was sent. */
  forget(): void {
    this.parts.forget();
  }
}

/**
 * Creates the contexts of requests. What a request may never use is built when it is used: most requests need a small part.
 *
 * @returns a function that throws GraphQLError if it is not known who sent the request.
 */
export const contextFactory = (options: ContextOptions): ((incoming: Incoming) => Context) => {
  const {
    upstream,
    mutations,
    maxUpstreamCalls,
    memberAccess = 'role',
    attribution = defaultAttribution,
    limits,
    stopping,
    logger,
  } = options;
  const { auditLog, ledger, reconciler, clock, currentAccount, metrics } = options;
  const listsBySight = new ListsBySight(options.lists);
  const cloudConfig = cloudConfigApis[options.cloudConfigVersion];
  const isStopping = (): boolean => stopping.isStopping;
  const tooLarge = (): Error => answerTooLarge(limits.answerBytes);

  return (incoming) => {
    const { caller, headers, id: requestId, traceId, span } = incoming;
    const access = new Access(senderOf(incoming));
    const lists = listsBySight.of(access.principal);
    const trace = createRequestTrace();
    const endsAt = clock.now() + deadlineOf(headers, maxUpstreamMs);

    let reached: Reach | undefined;
    const reach = (): Reach => {
      if (reached !== undefined) return reached;
      const controller = stopping.controllerOf(incoming.response);
      const waiter: RequestContext = {
        caller: caller.key,
        request: requestId,
        isUrgent: () => trace.operationType === 'mutation',
        signal: controller,
        end: stopping.signal,
        deadlineMs: endsAt - clock.now(),
      };
      const client = upstream.rpc.withContext({
        onAttempt: (attempt) => {
          trace.upstreamCalls += 1;
          span?.call(attempt);
          if (!logger.isLevelEnabled('debug')) return;
          const { requestId: upstreamRequestId, ...rest } = attempt;
          logger.debug({ requestId, traceId, ...rest, upstreamRequestId }, 'upstream attempt');
        },
        onShared: (shared) => {
          noteShared(trace, shared);
        },
        maxAgeMs: maxAgeOf(headers['cache-control']),
        admit: limitCalls(trace, maxUpstreamCalls),
        ...waiter,
      });
      reached = {
        rpc: nameAccounts(client),
        free: upstream.rpc.withContext({
          onAttempt:
            span &&
            ((attempt) => {
              span.call(attempt);
            }),
          ...waiter,
        }),
        controller,
      };
      return reached;
    };
    const callOptions = (accountId: string) => currentAccount.callOptions(accountId, reach().free);
    let now: Promise<number> | undefined;
    const presently = () => (now ??= (async () => upstream.now())());
    const createForRequest = (): Loaders =>
      new Loaders(
        reach().rpc,
        lists,
        {
          access: memberAccess,
          callOptions,
          attribution: { now: presently, ...attribution },
          onRoute: (route) => {
            noteRoute(trace, route);
          },
        },
        cloudConfig,
      );
    let loaders: Loaders | undefined;

    return Object.assign(
      new LateParts({
        rpc: () => reach().rpc,
        loaders: () => (loaders ??= createForRequest()),
        forget: () => {
          listsBySight.clear();
          loaders = undefined;
        },
      }),
      {
        access,
        lists,
        memberAccess,
        cloudConfig,
        language: languageOf(headers['accept-language']),
        costOnly: costOnlyOf(headers),
        mutations,
        isStopping,
        now: presently,
        currentAccountId: async () => {
          const accountId = await currentAccount.accountId(reach().free);
          lists.learnOwnAccount(accountId);
          return accountId;
        },
        callOptions,
        inexactNumbers: incoming.inexactNumbers,
        cursors: options.cursors,
        answerSize: new AnswerSize(limits.answerBytes, tooLarge, () => {
          // A reason of our own spares the costly default one.
          reached?.controller.abort('the answer is too large');
        }),
        caller,
        writes: {},
        ledger,
        reconciler,
        timeLeftMs: () => endsAt - clock.now(),
        requestId,
        traceId,
        audit: auditMutations({ log: auditLog, logger, requestId, traceId, caller: caller.name, clock, metrics }),
        trace,
      },
    );
  };
};
