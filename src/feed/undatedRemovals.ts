import { UserError } from '../errors/UserError';
import type { FeedGap, GapSubject } from './FeedGap';

/**
 * That a list dates a removal by the change before it. If that is older than the range, the removal is not listed. If there
 * are many, some may belong on a page before.
 */
export const undatedRemovals = (subject: GapSubject): FeedGap => ({
  subject,
  error: new UserError('UPSTREAM_BAD_RESPONSE', {
    en: 'Removals can be missing: Cloud Config lists deleted resources by the last change before their removal. Let the range begin before that change, or read the timeline of the resource.',
    zh: '删除记录可能缺失：配置审计按删除前的最后一次变更列出已删除的资源。请将时间范围的起点提前到该变更之前，或读取该资源的时间线。',
  }),
});
