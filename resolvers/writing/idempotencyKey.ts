import { badInput } from '../../src/errors/UserError';
import { canonicalHash } from '../../src/json/canonicalHash';

/** The input of a mutation, as far as the ledger looks at it. */
export interface IdentifiedInput {
  readonly dryRun?: boolean | null;
  readonly idempotencyKey?: string | null;
}

const form = /^[A-Za-z0-9_-]{16,64}$/;

/** How the ledger recognizes a mutation. */
export interface MutationIdentity {
  /** Absent if the caller gave no key. */
  readonly key?: string;
  readonly inputHash: string;
}

/**
 * @param principal whose keys these are: equal keys of others are other keys.
 * @throws UserError BAD_USER_INPUT for a key that is none.
 */
export const identify = (
  principal: string,
  field: string,
  { idempotencyKey, dryRun: _, ...input }: IdentifiedInput,
): MutationIdentity => {
  if (idempotencyKey != null && !form.test(idempotencyKey)) {
    const expected = {
      en: '16 to 64 letters, digits, hyphens and underscores',
      zh: '16 到 64 个字母、数字、连字符或下划线',
    };
    throw badInput(['input', 'idempotencyKey'], expected, idempotencyKey);
  }
  const key = idempotencyKey == null ? undefined : canonicalHash([principal, field, idempotencyKey]);
  return { key, inputHash: canonicalHash(input) };
};
