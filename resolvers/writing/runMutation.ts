import { GovernanceError } from '../../schema/writing/GovernanceError';
import type { MutationOutcome } from '../../schema/writing/MutationOutcome';
import type { MutationPayload } from '../../schema/writing/MutationPayload';
import type { Context } from '../../src/context';
import { toClientError } from '../../src/errors/ClientError';
import { RpcError } from '../../src/errors/RpcError';
import { UserError } from '../../src/errors/UserError';
import type { Operation, RequestOf, ResponseOf } from '../../src/operations/operation';

/** How a mutation becomes a call, and its answer an outcome. */
export interface MutationPlan<O extends Operation> {
  readonly dryRun: boolean;
  /** Whose state it changes, once it is prepared. Left out, or undefined: the current account's. */
  account?(): string | undefined;
  /** Checks the input and makes the request; throws UserError. */
  prepare(): RequestOf<O> | Promise<RequestOf<O>>;
  outcome(response: ResponseOf<O>): MutationOutcome;
  /** Upstream codes that are no refusal: what was asked for is so, or is being done. */
  readonly outcomeOfCode?: Readonly<Record<string, MutationOutcome>>;
}

export interface MutationRun<O extends Operation> {
  readonly result: Pick<MutationPayload, 'outcome' | 'errors' | 'requestId'>;
  readonly response?: ResponseOf<O>;
}

/**
 * Runs a mutation: checks, sends once, and says how it ended in the payload itself, where no router hides it.
 *
 * Only what cannot be told to a caller is thrown: a failure of the gateway's own.
 */
export const runMutation = async <O extends Operation>(
  context: Context,
  operation: O,
  plan: MutationPlan<O>,
): Promise<MutationRun<O>> => {
  try {
    if (!context.mutations) throw mutationsAreOff();
    const request = await plan.prepare();
    context.rpc.check(operation, request);
    if (plan.dryRun) return { result: { outcome: 'VALIDATED', errors: [], requestId: null } };
    const accountId = plan.account?.();
    const options = accountId === undefined ? {} : await context.callOptions(accountId);
    const response = await context.rpc.call(operation, request, options);
    return { result: { outcome: plan.outcome(response), errors: [], requestId: response.RequestId }, response };
  } catch (error) {
    const outcome = outcomeOf(error, operation, plan.outcomeOfCode ?? {});
    if (outcome === undefined) throw error;
    const told = toClientError(error, context.language);
    // A call that may have had an effect is not to be repeated on the strength of a flag.
    const errors = [GovernanceError.from(outcome === 'UNKNOWN' ? { ...told, retryable: false } : told)];
    return { result: { outcome, errors, requestId: error instanceof RpcError ? (error.requestId ?? null) : null } };
  }
};

/** Undefined for what is neither a refusal nor an upstream failure. */
const outcomeOf = (
  error: unknown,
  { action }: Operation,
  outcomeOfCode: Readonly<Record<string, MutationOutcome>>,
): MutationOutcome | undefined => {
  if (error instanceof UserError) return 'REJECTED';
  if (!(error instanceof RpcError)) return undefined;
  const ofCode =
    error.code !== undefined && Object.hasOwn(outcomeOfCode, error.code) ? outcomeOfCode[error.code] : undefined;
  // What was read to prepare the write has no effect, however it failed.
  return ofCode ?? (error.action === action && mayHaveHadAnEffect(error) ? 'UNKNOWN' : 'REJECTED');
};

const mayHaveHadAnEffect = ({ kind, code, documented }: RpcError): boolean => {
  switch (kind) {
    case 'INVALID_REQUEST':
    case 'CREDENTIALS':
    case 'NOT_SENT':
    case 'THROTTLING':
    case 'CLIENT':
      return false;
    case 'AUTH':
      // Nonces are never used twice here: a copy of this very request has arrived before.
      return code === 'SignatureNonceUsed';
    case 'SERVER':
      // A 5xx is a refusal only where the documents say so, as CreateSLRFail.
      return documented === undefined || documented.code === 'UPSTREAM_UNAVAILABLE';
    case 'CONNECTION':
    case 'TIMEOUT':
    case 'ABORTED':
    case 'BAD_RESPONSE':
      return true;
  }
};

const mutationsAreOff = (): UserError =>
  new UserError('FORBIDDEN', {
    en: 'Mutations are switched off in this deployment: its operator can set MUTATIONS=on.',
    zh: '此部署已关闭变更操作：运维人员可设置 MUTATIONS=on 开启。',
  });
