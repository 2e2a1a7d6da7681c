import type { DocumentedError } from './DocumentedError';
import type { Explanation } from './Explanation';
import type { GovernanceErrorCode } from './GovernanceErrorCode';

/**
 * What upstream codes mean that no document of an operation lists. The one table: products spell one refusal in many
 * ways, so these codes are recognized by family. A code that an operation documents wins over its family.
 */

/** A kind of refusal that comes under many names. */
export type CodeFamily = 'NOT_ACTIVATED' | 'PERMISSION' | 'NOT_FOUND' | 'INVALID_PARAMETER';

/** The gateway calls something that does not exist: neither the caller's input nor a missing object. */
const ofProtocol = /^Invalid(Action|Api|Product|Version|Protocol)\b/i;

/** The first that matches. Letter case does not matter. */
const families: readonly (readonly [CodeFamily, RegExp])[] = [
  [
    'NOT_ACTIVATED',
    /^AccountNotExisted$|(Service|User|Product|Config|^|\.)Not(Enabled?|Activated?|Active|Open(ed)?|Subscribed)$|^NotOpenService|ServiceNot(Enabled|Activated|Open)/i,
  ],
  [
    'PERMISSION',
    /^Forbidden(\.|$)|NoPermission|^AccessDenied|^(Not|Un)Authori[sz]ed|(Not|Un)Authori[sz]ed(Operation)?$|^NoAuth(ority|ori[sz]ation)?$/i,
  ],
  ['NOT_FOUND', /(NotFound|(Not|Doesn?tNot)Exist(s|ed)?)(\.|$)|^EntityNotExist|^NoSuch|^NoData$/i],
  [
    'INVALID_PARAMETER',
    /^Invalid(?!Status|State|Operation)|^Missing|^Illegal|^(Parameter|Argument)(Invalid|Illegal|Error)/i,
  ],
];

/** @param code as the upstream spells it. */
export const familyOfCode = (code: string): CodeFamily | undefined =>
  ofProtocol.test(code) ? undefined : families.find(([, pattern]) => pattern.test(code))?.[0];

/** The family of a refusal. HTTP 401 and 403 mean a missing permission, whatever the code, unless nothing is activated. */
export const familyOf = (code: string | undefined, httpStatus: number | undefined): CodeFamily | undefined => {
  if (code === undefined) return undefined;
  const family = familyOfCode(code);
  if (family === 'NOT_ACTIVATED') return family;
  return httpStatus === 401 || httpStatus === 403 ? 'PERMISSION' : family;
};

/** Refused for flow control: worth another attempt. */
export const isThrottlingCode = (code: string): boolean =>
  /throttling|^TooManyRequests|^RequestLimitExceeded|RateLimit|FlowControl|FlowLimit|QpsLimit/i.test(code) &&
  // Resource Management, 409: a limit on how often a feature may be toggled.
  code !== 'Throttling.EnableControlPolicy';

/** Key, token, signature or clock refused: the gateway is at fault, not the caller. */
export const isAuthCode = (code: string): boolean =>
  /^(Invalid|Missing|Incomplete|Expired)?(Signature|AccessKey|SecurityToken|StsToken|Credentials?)|^(Invalid|Illegal|Missing)Time_?stamp|^Forbidden\.AccessKey|^(Token)?Expired(Token)?$/i.test(
    code,
  );

/** The time stamp was refused: nothing was executed, and the same call with another one may succeed. */
export const isTimestampCode = (code: string): boolean => /^(Invalid|Illegal)Time_?stamp/i.test(code);

/** The nonce was used before: a copy of the very request has arrived. */
export const isNonceCode = (code: string): boolean => /^SignatureNonceUsed$/i.test(code);

/**
 * Keys, or a session, that the upstream does not accept any more, or does not know: others may do. Products spell it in
 * many ways, so only a read may be sent again for it.
 */
export const isCodeOfKeys = (code: string): boolean =>
  isAuthCode(code) &&
  !/Signature|Time_?stamp/i.test(code) &&
  /Expired|Mismatch|Inactive|Disabled|AccessKey(Id)?(\.?(NotFound|NotExists?))?$/i.test(code) &&
  !/^(Missing|Incomplete)/i.test(code);

/** The upstream's own trouble. */
export const isServerCode = (code: string): boolean =>
  /^(Internal(Server)?(Error|Failure)|ServiceUnavailable|ServerBusy|ServiceBusy|SystemBusy|SystemError|ServiceTimeout)/i.test(
    code,
  );

const told: Readonly<Record<CodeFamily, { readonly code: GovernanceErrorCode; readonly explanation: Explanation }>> = {
  NOT_ACTIVATED: {
    code: 'NOT_FOUND',
    explanation: {
      en: 'The service is not activated in this account. Activate it first.',
      zh: '该账号尚未开通此服务，请先开通。',
    },
  },
  PERMISSION: {
    code: 'FORBIDDEN',
    explanation: {
      en: 'The gateway’s credentials are not allowed to do this upstream.',
      zh: '网关所用的凭证无权在上游执行此操作。',
    },
  },
  NOT_FOUND: {
    code: 'NOT_FOUND',
    explanation: { en: 'The requested object does not exist upstream.', zh: '上游服务中不存在所请求的对象。' },
  },
  INVALID_PARAMETER: {
    code: 'BAD_USER_INPUT',
    explanation: {
      en: 'The upstream rejected a parameter. Check the input.',
      zh: '上游服务拒绝了某个参数，请检查输入。',
    },
  },
};

/** How a family is reported to clients. */
export const explainFamily = (family: CodeFamily): DocumentedError => told[family];

/** How members of a family are spelled, for people: `*` stands for any text. */
export const spellings: Readonly<Record<CodeFamily | 'THROTTLING' | 'AUTH' | 'SERVER', readonly string[]>> = {
  NOT_ACTIVATED: [
    'AccountNotExisted',
    '*ServiceNotEnabled',
    '*ServiceNotActivated',
    '*ServiceNotOpened',
    'NotOpenService*',
  ],
  PERMISSION: [
    'Forbidden',
    'Forbidden.*',
    '*NoPermission*',
    'AccessDenied*',
    'NotAuthorized*',
    'Unauthorized*',
    'NoAuthority',
  ],
  NOT_FOUND: ['*NotFound', '*NotExist', '*NotExists.*', 'EntityNotExist*', 'NoSuch*', 'NoData'],
  INVALID_PARAMETER: ['Invalid*', 'Missing*', 'Illegal*', 'ParameterInvalid*'],
  THROTTLING: ['*Throttling*', 'TooManyRequests*', 'RequestLimitExceeded*', '*FlowControl*'],
  AUTH: [
    'Signature*',
    'InvalidAccessKey*',
    'SecurityToken*',
    'InvalidSecurityToken*',
    'InvalidTimeStamp*',
    'Forbidden.AccessKey*',
  ],
  SERVER: ['InternalError*', 'ServiceUnavailable*', 'SystemBusy*', 'ServiceTimeout*'],
};

/** Codes of a whole product with words of their own. */
const ofProducts: ReadonlyMap<string, DocumentedError> = new Map([
  [
    // Cloud Config, Put- and UpdateConfigurationRecorder.
    'EnterpriseEditionAllResourceTypesDefault',
    {
      code: 'CONFLICT',
      explanation: {
        en: 'The enterprise edition of Cloud Config records all resource types: the list cannot be narrowed.',
        zh: '配置审计企业版默认监控全部资源类型，不能缩小资源类型范围。',
      },
    },
  ],
]);

/** How a refusal that its operation does not document is reported to clients; undefined if nothing is known of it. */
export const explainCode = (code: string | undefined, family: CodeFamily | undefined): DocumentedError | undefined =>
  ofProducts.get(code ?? '') ?? (family && told[family]);

/** Whether RAM denied the action, so that a policy can allow it: `RDMemberNoPermission` and the like are other rules. */
export const isDenial = (code: string | undefined, family: CodeFamily | undefined): boolean =>
  family === 'PERMISSION' && !/^\w+NoPermission/i.test(code ?? '');
