import type { Context } from '../../context';
import type { Stage } from './Stage';

/** Adds a member to the extensions of an answer, unless there is nothing to say. */
const extension =
  (name: string, read: (context: Context) => object | undefined): Stage =>
  (context) => ({
    willSendResponse: ({ response: { body } }) => {
      const told = body.kind === 'single' ? read(context) : undefined;
      if (body.kind !== 'single' || told === undefined) return;
      body.singleResult.extensions = { ...body.singleResult.extensions, [name]: told };
    },
  });

/**
 * Says in `extensions.cache` that upstream answers were given again, how many, and how old the oldest is:
 * `{ "answers": 3, "oldestAgeMs": 4180 }`. Without it every fact was read for this request or beside it.
 */
export const answerAge: Stage = extension('cache', ({ trace: { cached, oldestAgeMs = 0 } }) =>
  cached === 0 ? undefined : { answers: cached, oldestAgeMs: Math.round(oldestAgeMs) },
);

/**
 * Says in `extensions.routes` which way other accounts were read, and how often: each in its account by a role, or through
 * an account group: `{ "member": 12, "accountGroup": 1 }`. Without it nothing was read of another account.
 */
export const routes: Stage = extension('routes', ({ trace }) => trace.routes);

/**
 * Says in `extensions.access` which lists may omit accounts because of the caller's rights:
 * `{ "shortened": ["accounts", "members"] }`. Without it no list does.
 */
export const shortened: Stage = extension('access', ({ access }) =>
  access.shortened.size === 0 ? undefined : { shortened: [...access.shortened].sort() },
);
