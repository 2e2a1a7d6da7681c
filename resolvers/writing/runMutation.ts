import { GovernanceError } from '../../schema/writing/GovernanceError';
import type { MutationOutcome } from '../../schema/writing/MutationOutcome';
import type { MutationPayload } from '../../schema/writing/MutationPayload';
import type { AuditedMutation, Context } from '../../src/context';
import { toClientError } from '../../src/errors/ClientError';
import type { Language } from '../../src/errors/Explanation';
import { RpcError } from '../../src/errors/RpcError';
import { canonicalHash } from '../../src/json/canonicalHash';
import type { Entry, MutationClaim, MutationEnd, Standing } from '../../src/ledger/Ledger';
import type { Subject } from '../../src/ledger/Subject';
import type { Operation, RequestOf, ResponseOf } from '../../src/operations/operation';
import type { FailureWords } from './explainFailure';
import { explainFailure } from './explainFailure';
import type { IdentifiedInput, MutationIdentity } from './idempotencyKey';
import { identify } from './idempotencyKey';
import type { Finding, LookUp } from './lookUps';
import { findAll, findBeforeSend } from './lookUps';
import { outcomeOfFailure } from './outcomes';
import {
  alreadyCreated,
  gatewayIsStopping,
  keyInProgress,
  keyReused,
  ledgerIsBroken,
  mutationsAreOff,
  notSent,
  twinInProgress,
  twinUnknown,
} from './refusals';

/** How a mutation becomes a call, and its answer an outcome. */
export interface MutationPlan<O extends Operation> extends FailureWords {
  /** The mutation field, such as `createAccount`. */
  readonly field: string;
  readonly input: IdentifiedInput;
  /** Whose state it changes, once it is prepared. Default: the current account's. */
  account?(): string | undefined;
  /** Checks the input and makes the request; throws UserError. */
  prepare(): RequestOf<O> | Promise<RequestOf<O>>;
  /** By what it is found out later whether it was carried out. */
  subject(request: RequestOf<O>, actingAccountId: string): Subject;
  /** Whether two of them that say the same must not have an effect each, even if two callers send them. */
  readonly isOnce?: boolean;
  /**
   * What can be read about it: a dry run does so, and a refusal is explained by it. Some of it is read before the send.
   *
   * @param actingAccountId the account whose credentials send the request.
   * @param since from when on the same mutation may have been carried out before, milliseconds since the epoch.
   */
  lookUps?(request: RequestOf<O>, actingAccountId: string, since: number): readonly LookUp[];
  outcome(response: ResponseOf<O>): MutationEnd['outcome'];
  /** The account that the answer names, if the mutation makes one. */
  accountOf?(response: ResponseOf<O>): string | undefined;
}

export interface MutationRun {
  readonly result: Pick<MutationPayload, 'outcome' | 'errors' | 'requestId' | 'actingAccountId'>;
  /** The account that was created, or is being enrolled. */
  readonly accountId?: string;
}

/** A mutation that was carried out so lately may be the same one, sent by someone who never got its answer. Milliseconds. */
const recentMs = 15 * 60_000;

/** A read before or after the send takes so long at least. Milliseconds. */
const lookMs = 1000;

/**
 * Runs a mutation: checks, claims its key, sends once, and reports in the payload how it ended, because routers may hide
 * errors beside the data. If it was sent and its end is not known, the gateway reads what became of it; nothing is sent
 * twice.
 *
 * Throws only failures of the gateway's own, which no payload can report.
 */
export const runMutation = async <O extends Operation>(
  context: Context,
  operation: O,
  plan: MutationPlan<O>,
): Promise<MutationRun> => {
  const audit = context.audit(operation, plan.input.idempotencyKey);
  const run = new Run(context, operation, plan, audit);
  if (plan.input.dryRun === true) return run.tryOut();
  try {
    const end = await run.send();
    await run.auditEnd(end);
    return run.show(end);
  } catch (error) {
    await audit.end({ outcome: 'FAILED', failure: error });
    throw error;
  }
};

/** How a mutation ended, with the failure that made it end so, if any. */
type RunEnd = MutationEnd & {
  readonly failure?: unknown;
  /** The entry of the earlier mutation with the same key that ended so. */
  readonly repeated?: string;
};

/** One mutation on its way. */
class Run<O extends Operation> {
  /** Once it is prepared. */
  private request: RequestOf<O> | undefined;
  private actingAccountId?: string;
  /** From when on the same mutation may have been carried out before. */
  private since = 0;
  private isAudited = false;

  constructor(
    private readonly context: Context,
    private readonly operation: O,
    private readonly plan: MutationPlan<O>,
    private readonly audit: AuditedMutation,
  ) {}

  /** Does everything but claim and send. */
  async tryOut(): Promise<MutationRun> {
    const { context } = this;
    try {
      const identity = this.identify();
      const request = await this.prepare();
      const claim = await this.toClaim(identity, request);
      const standing = await context.ledger.seek(claim);
      const end = (standing.entry && (await this.endOfOther(standing.entry, identity))) ?? this.justDone(standing);
      if (end !== undefined) return this.show(end);
      this.actingAccountId = await this.rehearse(request);
      const { language } = context;
      const { errors, ...validated } = toValidated(await findAll(this.lookUps(request)), language);
      return { result: { ...validated, errors, requestId: null, actingAccountId: this.shownAccount } };
    } catch (error) {
      const { failure: _, ...end } = await this.failed(error);
      return this.show(end);
    }
  }

  /** Sends it, unless the ledger knows better. */
  async send(): Promise<RunEnd> {
    const { context } = this;
    let entry: Entry | undefined;
    let request: RequestOf<O>;
    try {
      if (context.writes.unknown !== undefined) throw notSent(context.writes.unknown);
      const identity = this.identify();
      request = await this.prepare();
      const claim = await this.toClaim(identity, request);
      let standing: Standing = {};
      while (entry === undefined) {
        const result = await context.ledger.claim(claim);
        if (result.isNew) ({ entry, ...standing } = result);
        else {
          const end = await this.endOfOther(result.entry, identity);
          if (end !== undefined) return { ...end, repeated: result.entry.id };
        }
      }
      const done = this.justDone(standing);
      if (done !== undefined) {
        await context.ledger.release(entry.id);
        return done;
      }
    } catch (error) {
      return this.failed(error);
    }
    try {
      return await this.sendClaimed(entry, request);
    } finally {
      await this.leave(entry.id);
    }
  }

  /** Writes how it ended into the audit log, once. */
  async auditEnd({ outcome, errors, requestId: upstreamRequestId, failure, repeated }: RunEnd): Promise<void> {
    if (this.isAudited) return;
    this.isAudited = true;
    await this.audit.end({ outcome, repeated, code: errors[0]?.code, upstreamRequestId, failure });
  }

  /** How it ended, as its payload shows it. */
  show({ outcome, errors, requestId, accountId }: MutationEnd): MutationRun {
    const result = {
      outcome,
      errors: errors.map((error) => GovernanceError.from(error)),
      requestId,
      actingAccountId: this.shownAccount,
    };
    return { result, accountId };
  }

  private identify(): MutationIdentity {
    const { context, plan } = this;
    return identify(context.access.principal.id, plan.field, plan.input);
  }

  private async toClaim(identity: MutationIdentity, request: RequestOf<O>): Promise<MutationClaim> {
    const { context, plan } = this;
    const subject = plan.subject(request, await this.settleAccount());
    const naturalKey = plan.isOnce === true ? canonicalHash(subject) : undefined;
    this.since = (await context.now()) - recentMs;
    const owner = canonicalHash([context.caller.key]).slice(0, 16);
    return { ...identity, owner, naturalKey, field: plan.field, subject, language: context.language };
  }

  /** That the same was carried out just before: the upstream's lists may not have it yet. */
  private justDone({ earlier }: Standing): RunEnd | undefined {
    const { sentAt = 0, end } = earlier ?? {};
    if (sentAt < this.since || end?.outcome !== 'IN_PROGRESS') return undefined;
    return { ...this.endOf({ outcome: 'ALREADY_DONE', error: alreadyCreated() }), accountId: end.accountId };
  }

  private async prepare(): Promise<RequestOf<O>> {
    const { context, operation, plan } = this;
    if (!context.mutations) throw mutationsAreOff();
    if (context.isStopping()) throw gatewayIsStopping();
    const request = await plan.prepare();
    context.rpc.check(operation, request);
    this.request = request;
    return request;
  }

  /** Whatever went wrong: what was not sent gives its key back, and what was sent is not left without an end. */
  private async leave(id: string): Promise<void> {
    const { ledger, reconciler } = this.context;
    const { state } = (await ledger.find(id)) ?? {};
    if (state === 'CLAIMED') await ledger.release(id);
    if (state !== 'SENT') return;
    await ledger.end(id, { outcome: 'UNKNOWN', errors: [], requestId: null });
    await reconciler.follow(id, () => true);
  }

  private async sendClaimed({ id }: Entry, request: RequestOf<O>): Promise<RunEnd> {
    const { context, operation, plan, audit } = this;
    const { ledger } = context;
    try {
      await audit.intend(request, this.actingAccountId, id);
      const before = await findBeforeSend(this.lookUps(request));
      if (before !== undefined) {
        const end = { ...this.endOf(before), accountId: before.accountId };
        if (before.outcome !== 'REJECTED') await ledger.end(id, end);
        return end;
      }
      const options = await this.callOptions();
      const sentAt = await context.now();
      // Preparing it may have taken a while.
      if (context.isStopping()) throw gatewayIsStopping();
      await this.noteSent(id, sentAt);
      let response: ResponseOf<O>;
      try {
        response = await context.rpc.call(operation, request, { ...options, nonce: audit.nonce });
      } finally {
        // Which answers a write makes stale is not documented: nothing that the request has loaded is taken for true.
        context.forget();
      }
      const { RequestId: requestId } = response;
      const accountId = plan.accountOf?.(response);
      const end: MutationEnd = { outcome: plan.outcome(response), errors: [], requestId, accountId };
      // First: if the process is killed in between, the next one finds the end out, and audits it again.
      await this.auditEnd(end);
      await ledger.end(id, end);
      return end;
    } catch (error) {
      const end = await this.failed(error);
      if ((await ledger.find(id))?.state !== 'SENT') return end;
      return end.outcome === 'UNKNOWN' ? this.findOut(id, end) : this.endRefused(id, end);
    }
  }

  /** A refusal that may pass gives the key back. */
  private async endRefused(id: string, end: RunEnd): Promise<RunEnd> {
    const { failure: _, ...kept } = end;
    const mayPass = end.outcome === 'REJECTED' && end.errors.some(({ retryable }) => retryable);
    if (mayPass) await this.context.ledger.release(id);
    else await this.context.ledger.end(id, kept);
    return end;
  }

  /** Reads what became of it, as long as the client waits. */
  private async findOut(id: string, { failure, ...end }: RunEnd): Promise<RunEnd> {
    const { context } = this;
    await context.ledger.end(id, end);
    const found = await context.reconciler.follow(id, (pauseMs) => {
      return context.isStopping() || context.timeLeftMs() < pauseMs + lookMs;
    });
    const known = found ?? end;
    if (known.outcome === 'UNKNOWN') context.writes.unknown ??= this.plan.readFirst;
    else context.forget();
    return { ...known, failure };
  }

  /**
   * What a mutation with the same key, or about the same thing, came to. Undefined if that one has ended, and the key can
   * be claimed.
   */
  private async endOfOther(entry: Entry, { key, inputHash }: MutationIdentity): Promise<RunEnd | undefined> {
    const { context } = this;
    const isSame = key !== undefined && entry.key === key;
    if (isSame && entry.inputHash !== inputHash) throw keyReused();
    const end = await context.reconciler.look(entry.id);
    if (isSame) return end ?? this.endOf({ outcome: 'IN_PROGRESS', error: keyInProgress() });
    const state = (await context.ledger.find(entry.id))?.state;
    if (state === 'UNKNOWN') throw twinUnknown();
    if (state === 'CLAIMED' || state === 'SENT') throw twinInProgress();
    return undefined;
  }

  private async failed(error: unknown): Promise<RunEnd> {
    const { context, operation, plan, request } = this;
    const outcome = outcomeOfFailure(error, operation);
    if (outcome === undefined) throw error;
    const requestId = error instanceof RpcError ? (error.requestId ?? null) : null;
    const lookUps = async (): Promise<readonly LookUp[]> => {
      if (request === undefined) return [];
      this.actingAccountId = await this.rehearse(request);
      return this.lookUps(request);
    };
    const end = await explainFailure(error, outcome, context.language, operation, plan, this.hasKey, lookUps);
    return { outcome: end.outcome, errors: [end.error], requestId, failure: error };
  }

  private get hasKey(): boolean {
    return this.plan.input.idempotencyKey != null;
  }

  private lookUps(request: RequestOf<O>): readonly LookUp[] {
    return this.plan.lookUps?.(request, this.actingAccountId ?? '', this.since) ?? [];
  }

  private endOf({ outcome, error }: Finding): MutationEnd {
    return { outcome, errors: [toClientError(error, this.context.language)], requestId: null };
  }

  private async callOptions() {
    const accountId = this.plan.account?.();
    return accountId === undefined ? {} : this.context.callOptions(accountId);
  }

  /** Gets the credentials: a role that cannot be assumed fails here. @returns the account that they belong to. */
  private async rehearse(request: RequestOf<O>): Promise<string> {
    const { context, operation } = this;
    const accountId = await context.rpc.rehearse(operation, request, await this.callOptions());
    return accountId ?? (await context.currentAccountId());
  }

  private async settleAccount(): Promise<string> {
    this.actingAccountId = this.plan.account?.() ?? (await this.context.currentAccountId());
    return this.actingAccountId;
  }

  private get shownAccount(): string | null {
    const { actingAccountId: id, context } = this;
    return id !== undefined && context.access.principal.maySee(id) ? id : null;
  }

  /** @throws UserError if that cannot be kept. */
  private async noteSent(id: string, sentAt: number): Promise<void> {
    try {
      await this.context.ledger.sent(id, sentAt);
    } catch {
      throw ledgerIsBroken();
    }
  }
}

const toValidated = (
  findings: readonly Finding[],
  language: Language,
): { readonly outcome: MutationOutcome; readonly errors: readonly GovernanceError[] } => {
  const [first] = findings;
  const rejecting = findings.filter(({ outcome }) => outcome === 'REJECTED');
  const decisive = rejecting.length > 0 ? rejecting : findings;
  return {
    outcome: rejecting.length > 0 ? 'REJECTED' : (first?.outcome ?? 'VALIDATED'),
    errors: decisive.map(({ error }) => GovernanceError.from(toClientError(error, language))),
  };
};
