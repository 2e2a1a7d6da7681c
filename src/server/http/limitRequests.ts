import type { FastifyInstance } from 'fastify';
import { UserError } from '../../errors/UserError';
import { tryParseJson } from '../../json/tryParseJson';
import type { RequestLimits } from '../../settings';
import { checkVariables } from '../limits/checkVariables';
import { maxNesting } from '../limits/fixedLimits';
import { isNestedDeeper } from '../limits/isNestedDeeper';
import { measureValue } from '../limits/measureValue';

/** Refuses requests whose body, document or variables are too large for what comes behind. */
export const limitRequests = (app: FastifyInstance, limits: RequestLimits): void => {
  app.addHook('preValidation', ({ body, query }, _reply, done) => {
    try {
      checkRequest(body, query, limits);
      done();
    } catch (error) {
      done(error as Error);
    }
  });
};

/** @throws what a request with this body and this query in its address is refused with. */
export const checkRequest = (body: unknown, query: unknown, limits: RequestLimits): void => {
  if (Array.isArray(body)) throw new Batch();
  if (measureValue(body, maxNesting).depth > maxNesting) throw tooDeep({ en: 'The request body', zh: '请求体' });
  for (const { query: document, variables } of [body, query].map(parametersOf)) {
    if (typeof document === 'string' && isNestedDeeper(document, maxNesting))
      throw tooDeep({ en: 'The document', zh: 'GraphQL 文档' });
    checkVariables(typeof variables === 'string' ? tryParseJson(variables) : variables, limits);
  }
};

const parametersOf = (parameters: unknown): { readonly query?: unknown; readonly variables?: unknown } =>
  parameters ?? {};

/** A batch of operations: `failures.ts` has the words. */
class Batch extends Error {
  readonly code = 'BODY_IS_A_LIST';
}

const tooDeep = (what: { readonly en: string; readonly zh: string }): UserError =>
  new UserError('LIMIT_EXCEEDED', {
    en: `${what.en} must nest at most ${maxNesting} levels deep, but nests deeper.`,
    zh: `${what.zh}最多可嵌套 ${maxNesting} 层，但此请求嵌套更深。`,
  });
