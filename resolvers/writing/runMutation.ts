import { GovernanceError } from '../../schema/writing/GovernanceError';
import type { MutationOutcome } from '../../schema/writing/MutationOutcome';
import type { MutationPayload } from '../../schema/writing/MutationPayload';
import type { AuditedMutation, Context } from '../../src/context';
import type { ClientError } from '../../src/errors/ClientError';
import { toClientError } from '../../src/errors/ClientError';
import type { Explanation, Language } from '../../src/errors/Explanation';
import { RpcError } from '../../src/errors/RpcError';
import { UserError } from '../../src/errors/UserError';
import { toUnknownOutcome } from '../../src/errors/mutationErrors';
import type { Operation, RequestOf, ResponseOf } from '../../src/operations/operation';
import type { Finding, LookUp } from './lookUps';
import { explainRefusal, findAll } from './lookUps';
import { outcomeOfFailure } from './outcomes';

/** How a mutation becomes a call, and its answer an outcome. */
export interface MutationPlan<O extends Operation> {
  readonly dryRun: boolean;
  /** Whose state it changes, once it is prepared. Default: the current account's. */
  account?(): string | undefined;
  /** Checks the input and makes the request; throws UserError. */
  prepare(): RequestOf<O> | Promise<RequestOf<O>>;
  /**
   * What can be read about it: a dry run does so, and a refusal is explained by it.
   *
   * @param actingAccountId the account whose credentials send the request.
   */
  lookUps?(request: RequestOf<O>, actingAccountId: string): readonly LookUp[];
  outcome(response: ResponseOf<O>): MutationOutcome;
  /** Upstream codes that are no refusal: the wanted state exists already, or is being reached. */
  readonly outcomeOfCode?: Readonly<Record<string, MutationOutcome>>;
  /** The input field behind a parameter of the request. */
  readonly fieldOf?: (parameter: string) => readonly string[] | undefined;
  /** The query field that shows whether it was carried out. */
  readonly readFirst: string;
  /** What sending it twice can do, beyond doing the same again. */
  readonly riskOfRepeating?: Explanation;
}

export interface MutationRun<O extends Operation> {
  readonly result: Pick<MutationPayload, 'outcome' | 'errors' | 'requestId'>;
  readonly response?: ResponseOf<O>;
}

/**
 * Runs a mutation: checks, sends once, and reports in the payload how it ended, because routers may hide errors beside
 * the data.
 *
 * Throws only failures of the gateway's own, which no payload can report.
 */
export const runMutation = async <O extends Operation>(
  context: Context,
  operation: O,
  plan: MutationPlan<O>,
): Promise<MutationRun<O>> => {
  if (plan.dryRun) return run(context, operation, plan, unaudited);
  const audit = context.audit(operation);
  try {
    const { failure, ...done } = await run(context, operation, plan, audit);
    const { outcome, errors, requestId } = done.result;
    await audit.end({ outcome, code: errors[0]?.code, upstreamRequestId: requestId, failure });
    return done;
  } catch (error) {
    await audit.end({ outcome: 'FAILED', failure: error });
    throw error;
  }
};

/** A dry run sends nothing. */
const unaudited: Pick<AuditedMutation, 'intend'> = { intend: () => Promise.resolve() };

const run = async <O extends Operation>(
  context: Context,
  operation: O,
  plan: MutationPlan<O>,
  audit: Pick<AuditedMutation, 'intend'>,
): Promise<MutationRun<O> & { readonly failure?: unknown }> => {
  let lookUps = (): Promise<readonly LookUp[]> => Promise.resolve([]);
  try {
    if (!context.mutations) throw mutationsAreOff();
    if (!plan.dryRun && context.writes.unknown !== undefined) throw notSent(context.writes.unknown);
    if (context.isStopping()) throw gatewayIsStopping();
    const request = await plan.prepare();
    context.rpc.check(operation, request);
    const accountId = plan.account?.();
    const options = accountId === undefined ? {} : await context.callOptions(accountId);
    lookUps = async () => {
      const actingAccountId = await context.rpc.rehearse(operation, request, options);
      return plan.lookUps?.(request, actingAccountId ?? (await context.currentAccountId())) ?? [];
    };
    if (plan.dryRun) return { result: validated(await findAll(await lookUps()), context.language) };
    await audit.intend(request, accountId ?? (await ownAccount(context)));
    // Preparing it may have taken a while.
    if (context.isStopping()) throw gatewayIsStopping();
    try {
      const response = await context.rpc.call(operation, request, options);
      return { result: { outcome: plan.outcome(response), errors: [], requestId: response.RequestId }, response };
    } finally {
      // Which answers a write makes stale is not documented: nothing that the request has loaded is taken for true.
      context.forget();
    }
  } catch (error) {
    const outcome = outcomeOfFailure(error, operation);
    if (outcome === undefined) throw error;
    const requestId = error instanceof RpcError ? (error.requestId ?? null) : null;
    const end = await explain(error, outcome, context, operation, plan, lookUps);
    if (end.outcome === 'UNKNOWN') context.writes.unknown ??= plan.readFirst;
    return { result: { outcome: end.outcome, errors: [GovernanceError.from(end.error)], requestId }, failure: error };
  }
};

/** The account of the gateway's credentials. Undefined if it cannot be read: the mutation then fails by itself. */
const ownAccount = async ({ currentAccountId }: Context): Promise<string | undefined> => {
  try {
    return await currentAccountId();
  } catch (error) {
    if (error instanceof RpcError || error instanceof UserError) return undefined;
    throw error;
  }
};

/** How a mutation ended, and how that is reported to the client. */
interface End {
  readonly outcome: MutationOutcome;
  readonly error: ClientError;
}

const explain = async <O extends Operation>(
  error: unknown,
  outcome: 'REJECTED' | 'UNKNOWN',
  { language }: Context,
  { action }: O,
  { outcomeOfCode = {}, fieldOf, readFirst, riskOfRepeating }: MutationPlan<O>,
  lookUps: () => Promise<readonly LookUp[]>,
): Promise<End> => {
  const told = toClientError(error, language);
  if (!(error instanceof RpcError) || error.action !== action) return { outcome, error: told };
  if (outcome === 'UNKNOWN') {
    return { outcome, error: toUnknownOutcome(error, language, readFirst, riskOfRepeating) };
  }
  const { code = '', parameter } = error;
  const ofCode = Object.hasOwn(outcomeOfCode, code) ? outcomeOfCode[code] : undefined;
  if (ofCode !== undefined) return { outcome: ofCode, error: told };
  const field = parameter === undefined ? undefined : fieldOf?.(parameter);
  if (field !== undefined) return { outcome, error: namingField(told, field, language) };
  const finding = await explainRefusal(lookUps, code);
  if (finding === undefined) return { outcome, error: told };
  const found = finding.error.in(language);
  // The explanation of a refusal may advise to try again, which does not fit what is being done already.
  const message = finding.outcome === 'REJECTED' ? joined(told.message, found, language) : found;
  return { outcome: finding.outcome, error: { ...told, message, field: finding.error.field } };
};

const joined = (one: string, other: string, language: Language): string =>
  language === 'en' ? `${one} ${other}` : `${one}${other}`;

/** A refusal with the input field that the upstream named. */
const namingField = (error: ClientError, field: readonly string[], language: Language): ClientError => {
  const name = field.join('.');
  const named = { en: `The upstream names ${name}.`, zh: `上游指出的字段：${name}。` };
  return { ...error, field, message: joined(error.message, named[language], language) };
};

const validated = (findings: readonly Finding[], language: Language): MutationRun<Operation>['result'] => {
  const [first] = findings;
  const rejecting = findings.filter(({ outcome }) => outcome === 'REJECTED');
  const decisive = rejecting.length > 0 ? rejecting : findings;
  return {
    outcome: rejecting.length > 0 ? 'REJECTED' : (first?.outcome ?? 'VALIDATED'),
    errors: decisive.map(({ error }) => GovernanceError.from(toClientError(error, language))),
    requestId: null,
  };
};

const gatewayIsStopping = (): UserError =>
  new UserError(
    'OVERLOADED',
    {
      en: 'This gateway process is stopping and begins no mutation. Nothing was sent. Try again later.',
      zh: '此网关进程正在停止，不再开始新的变更操作。未发送任何请求，请稍后重试。',
    },
    undefined,
    true,
  );

const mutationsAreOff = (): UserError =>
  new UserError('FORBIDDEN', {
    en: 'Mutations are switched off in this deployment. Its operator can set MUTATIONS=on.',
    zh: '此部署已关闭变更操作。运维人员可设置 MUTATIONS=on 开启。',
  });

const notSent = (readFirst: string): UserError =>
  new UserError('CONFLICT', {
    en: `This mutation was not sent, because the outcome of an earlier one of the same document is UNKNOWN. Read \`${readFirst}\` first, then send this mutation in a document of its own.`,
    zh: `此变更未发送，因为同一文档中先前变更的结果为 UNKNOWN。请先查询 \`${readFirst}\`，再单独发送此变更。`,
  });
