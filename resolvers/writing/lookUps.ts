import type { MutationOutcome } from '../../schema/writing/MutationOutcome';
import { toClientError } from '../../src/errors/ClientError';
import type { Explanation } from '../../src/errors/Explanation';
import type { RpcFailureKind } from '../../src/errors/RpcError';
import { RpcError } from '../../src/errors/RpcError';
import { UserError } from '../../src/errors/UserError';
import type { Operation } from '../../src/operations/operation';
import { notPreflighted } from './refusals';

/** What a look-up found out about a mutation: how it would end, and why. */
export interface Finding {
  readonly outcome: Extract<MutationOutcome, 'REJECTED' | 'IN_PROGRESS' | 'ALREADY_DONE'>;
  readonly error: UserError;
  /** The account that exists already. */
  readonly accountId?: string;
}

/** A read that can explain a mutation, before it is sent or after it was refused. */
export interface LookUp {
  /** What is looked up, behind the words “could not check”. */
  readonly subject: Explanation;
  /** The upstream's refusals that it can explain. */
  readonly explains: readonly string[];
  /** The input field that is looked up. Omitted if it is the state of an account. */
  readonly field?: readonly string[];
  /** Whether it is read before a send, too, because what is sent cannot be undone. */
  readonly isBeforeSend?: boolean;
  /** Undefined if nothing stands against the mutation. */
  readonly find: () => Promise<Finding | undefined>;
}

/** What the upstream would answer, in the words of the catalogue. */
export const asDocumented = ({ action, errors }: Operation, code: string, field?: readonly string[]): UserError => {
  const error = errors[code];
  if (error === undefined) throw new Error(`${action} lists no ${code}.`);
  return new UserError(error.code, error.explanation, field, error.retryable);
};

/** The finding of an input that cannot be right. */
export const rejected = (error: UserError): Finding => ({ outcome: 'REJECTED', error });

/**
 * All findings, in the order of the look-ups. A look-up that fails is a finding too: a dry run must not say VALIDATED if
 * something could not be checked.
 */
export const findAll = async (lookUps: readonly LookUp[]): Promise<readonly Finding[]> => {
  const found = await Promise.all(
    lookUps.map(async (lookUp) => {
      try {
        return await lookUp.find();
      } catch (error) {
        return rejected(notChecked(lookUp, error));
      }
    }),
  );
  return found.filter((finding) => finding !== undefined);
};

/**
 * The first finding of the look-ups that come before a send. What the upstream refuses to show stands against nothing: it
 * will refuse the send, too, if it is to be refused.
 *
 * @throws UserError if something cannot be read that has to be.
 */
export const findBeforeSend = async (lookUps: readonly LookUp[]): Promise<Finding | undefined> => {
  for (const { find, subject } of lookUps.filter(({ isBeforeSend }) => isBeforeSend)) {
    try {
      const finding = await find();
      if (finding !== undefined) return finding;
    } catch (error) {
      if (!isOfACall(error)) throw error;
      const isRefused = error instanceof RpcError && refusals.has(error.kind);
      if (!isRefused) throw notPreflighted(subject, toClientError(error, 'en'));
    }
  }
  return undefined;
};

const refusals: ReadonlySet<RpcFailureKind> = new Set(['CLIENT', 'AUTH']);

/** The first finding of the look-ups that can explain a refusal. What cannot be read explains nothing. */
export const explainRefusal = async (
  lookUps: () => Promise<readonly LookUp[]>,
  upstreamCode: string,
): Promise<Finding | undefined> => {
  try {
    const fitting = (await lookUps()).filter(({ explains }) => explains.includes(upstreamCode));
    const found = await Promise.all(fitting.map(({ find }) => orNothing(find())));
    return found.find((finding) => finding !== undefined);
  } catch (error) {
    if (isOfACall(error)) return undefined;
    throw error;
  }
};

const orNothing = async (finding: Promise<Finding | undefined>): Promise<Finding | undefined> => {
  try {
    return await finding;
  } catch (error) {
    if (isOfACall(error)) return undefined;
    throw error;
  }
};

const isOfACall = (error: unknown): error is RpcError | UserError =>
  error instanceof RpcError || error instanceof UserError;

const notChecked = ({ subject, field }: LookUp, error: unknown): UserError => {
  if (!isOfACall(error)) throw error;
  const [en, zh] = [toClientError(error, 'en'), toClientError(error, 'zh')];
  return new UserError(
    en.code,
    {
      en: `The dry run could not check ${subject.en}. ${en.message}`,
      zh: `预检时无法检查${subject.zh}。${zh.message}`,
    },
    field ?? en.field,
    en.retryable,
  );
};
