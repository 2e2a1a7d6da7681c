import type { ClientError } from '../../src/errors/ClientError';
import { toClientError } from '../../src/errors/ClientError';
import type { Explanation, Language } from '../../src/errors/Explanation';
import { RpcError } from '../../src/errors/RpcError';
import { toUnknownOutcome } from '../../src/errors/mutationErrors';
import type { MutationEnd } from '../../src/ledger/Ledger';
import type { Operation } from '../../src/operations/operation';
import type { LookUp } from './lookUps';
import { explainRefusal } from './lookUps';

/** How a mutation reports failures of its call. */
export interface FailureWords {
  /** Upstream codes that are no refusal: the wanted state exists already, or is being reached. */
  readonly outcomeOfCode?: Readonly<Record<string, MutationEnd['outcome']>>;
  /** The input field behind a parameter of the request. */
  readonly fieldOf?: (parameter: string) => readonly string[] | undefined;
  /** The query field that shows whether it was carried out. */
  readonly readFirst: string;
  /** What sending it twice can do, beyond doing the same again. */
  readonly riskOfRepeating?: Explanation;
}

/** How a mutation ended, and how that is reported to the client. */
interface Explained {
  readonly outcome: MutationEnd['outcome'];
  readonly error: ClientError;
}

/**
 * @param hasKey whether the mutation has an `idempotencyKey`.
 * @param lookUps what can be read to explain a refusal.
 */
export const explainFailure = async (
  error: unknown,
  outcome: 'REJECTED' | 'UNKNOWN',
  language: Language,
  { action }: Operation,
  { outcomeOfCode = {}, fieldOf, readFirst, riskOfRepeating }: FailureWords,
  hasKey: boolean,
  lookUps: () => Promise<readonly LookUp[]>,
): Promise<Explained> => {
  const told = toClientError(error, language);
  if (!(error instanceof RpcError) || error.action !== action) return { outcome, error: told };
  if (outcome === 'UNKNOWN') {
    return { outcome, error: toUnknownOutcome(error, language, { readFirst, risk: riskOfRepeating, hasKey }) };
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
