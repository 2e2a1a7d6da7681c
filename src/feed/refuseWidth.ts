import { UserError } from '../errors/UserError';

/** A page for which too many resources have to be read. */
export const refuseWidth = (count: number, max: number, isLater: boolean): UserError =>
  isLater
    ? new UserError(
        'LIMIT_EXCEEDED',
        {
          en: `For the changes behind this cursor, the gateway would have to read ${count} resources, but it reads at most ${max}. Continue from \`pageInfo.endCursor\` of the page before, or narrow the scope by account, region or resource type.`,
          zh: `要返回此游标之后的变更，网关需要读取 ${count} 个资源，但最多读取 ${max} 个。请从上一页的 \`pageInfo.endCursor\` 继续，或按账号、地域、资源类型缩小范围。`,
        },
        ['after'],
      )
    : new UserError(
        'LIMIT_EXCEEDED',
        {
          en: `${count} resources were updated after the end of this time range, and each would have to be read: the gateway reads at most ${max}. Let the range end later, or narrow the scope by account, region or resource type.`,
          zh: `该时间范围结束之后有 ${count} 个资源发生过更新，网关需要逐个读取，但最多读取 ${max} 个。请将结束时间推后，或按账号、地域、资源类型缩小范围。`,
        },
        ['between', 'to'],
      );
