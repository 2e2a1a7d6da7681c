import type { OperationError } from '../operation';
import { defineOperation, perSecond } from '../operation';
import { count, isoTime, jsonText, object, optional, text } from '../shapes';
import { InternalError } from './errors';
import { Sts } from './product';

/** A parameter that comes from the gateway's settings, so that its operator has to act. */
const refusedSetting = (message: string, setting: { readonly en: string; readonly zh: string }): OperationError => ({
  status: 400,
  message,
  code: 'UPSTREAM_AUTH',
  explanation: {
    en: `The Security Token Service does not accept ${setting.en}. The gateway’s operator must correct it.`,
    zh: `安全令牌服务不接受${setting.zh}，需要网关的运维人员更正。`,
  },
});

/** Trades the caller's identity for temporary credentials of a role, possibly in another account. */
export const AssumeRole = defineOperation({
  product: Sts,
  action: 'AssumeRole',
  summary: 'Trades the caller’s identity for temporary credentials of a role, possibly in another account.',
  methods: ['POST', 'GET'],
  kind: 'read',
  retry: 'safe',
  parameters: {
    /** `acs:ram::<account id>:role/<role name>`. */
    RoleArn: text({ in: 'query' }),
    RoleSessionName: text({ in: 'query', minLength: 2, maxLength: 64, pattern: '[A-Za-z0-9.@\\-_]+' }),
    /** Seconds; the most is the role's own MaxSessionDuration. */
    DurationSeconds: optional(count({ in: 'query', default: 3600, min: 900 })),
    /** Narrows the session. */
    Policy: optional(jsonText({ in: 'query', maxLength: 2048 })),
    /** Against the confused deputy. */
    ExternalId: optional(text({ in: 'query', minLength: 2, maxLength: 1224, pattern: '[\\w+=,.@:/-]*' })),
    /** Carried along when roles are chained. */
    SourceIdentity: optional(text({ in: 'query', minLength: 2, maxLength: 64, pattern: '[\\w+=,.@-]*' })),
  },
  response: {
    AssumedRoleUser: optional(object({ AssumedRoleId: optional(text()), Arn: optional(text()) })),
    Credentials: object({
      SecurityToken: text(),
      Expiration: optional(isoTime()),
      AccessKeySecret: text(),
      /** Begins with `STS.`, and is refused without its token. */
      AccessKeyId: text(),
    }),
    SourceIdentity: optional(text()),
  },
  errors: {
    'InvalidParameter.DurationSeconds': refusedSetting('The Min/Max value of DurationSeconds is 15min/1hr.', {
      en: 'the duration of sessions: it exceeds what the role allows',
      zh: '会话时长：超出了该角色允许的最大值',
    }),
    'InvalidParameter.ExternalId': refusedSetting('The parameter ExternalId is wrongly formed.', {
      en: 'the form of the external ID',
      zh: '外部 ID 的格式',
    }),
    'InvalidParameter.RoleArn': {
      status: 400,
      message: 'The parameter RoleArn is wrongly formed.',
      code: 'BAD_USER_INPUT',
      explanation: {
        en: 'The account ID or the role name is malformed.',
        zh: '账号 ID 或角色名称的格式不正确。',
      },
    },
    'InvalidParameter.RoleSessionName': refusedSetting('The parameter RoleSessionName is wrongly formed.', {
      en: 'the form of the session’s name',
      zh: '会话名称的格式',
    }),
    'InvalidParameter.PolicyGrammar': refusedSetting('The parameter Policy has not passed grammar check.', {
      en: 'the grammar of the session policy',
      zh: '会话权限策略的语法',
    }),
    'InvalidParameter.PolicySize': refusedSetting('The size of Policy must be smaller than 2048 bytes.', {
      en: 'the size of the session policy: it may have at most 2048 bytes',
      zh: '会话权限策略的大小：不得超过 2048 字节',
    }),
    NoPermission: {
      status: 403,
      message: 'You are not authorized to do this action. You should be authorized by RAM.',
      code: 'FORBIDDEN',
      explanation: {
        en: 'The gateway’s credentials may not assume this role: they lack sts:AssumeRole, or the role does not trust them.',
        zh: '网关所用的凭证无权扮演该角色：缺少 sts:AssumeRole 权限，或该角色不信任此凭证。',
      },
    },
    'EntityNotExist.Role': {
      status: 404,
      message: 'The specified Role not exists .',
      code: 'FORBIDDEN',
      explanation: {
        en: 'There is no such role in the account, or no such account.',
        zh: '该账号中不存在此角色，或该账号不存在。',
      },
    },
    InternalError,
  },
  quota: perSecond(100),
  ram: { action: 'sts:AssumeRole', resource: 'acs:ram:*:{accountId}:role/{roleName}' },
  source: 'STS 2015-04-01, AssumeRole',
});
