import { catalogue } from '../../../src/operations';
import { classify } from '../../../src/rpc/failures';

const documented = { ...catalogue.StartConfigurationRecorder.errors, ...catalogue.EnrollAccount.errors };

it.each([
  ['Throttling', 400, 'THROTTLING'],
  ['Throttling.User', 400, 'THROTTLING'],
  ['Throttling.Api', 503, 'THROTTLING'],
  ['Throttling.Some.New.Kind', 400, 'THROTTLING'],
  ['Rejected.Throttling', 429, 'THROTTLING'],
  ['ConcurrentCallNotSupported', 429, 'THROTTLING'],
  ['Throttling.EnableControlPolicy', 409, 'CLIENT'],
  ['Something.Unheard', 429, 'THROTTLING'],
  ['SignatureDoesNotMatch', 400, 'AUTH'],
  ['SignatureDoesNotMatch', 403, 'AUTH'],
  ['InvalidAccessKeyId.NotFound', 404, 'AUTH'],
  ['InvalidSecurityToken.Expired', 400, 'AUTH'],
  ['InvalidTimeStamp.Expired', 400, 'AUTH'],
  ['SignatureNonceUsed', 400, 'AUTH'],
  ['ServiceUnavailable', 503, 'SERVER'],
  ['ServiceUnavailable', 400, 'SERVER'],
  ['InternalError', 500, 'SERVER'],
  ['Something.Unheard', 502, 'SERVER'],
  ['CreateSLRFail', 500, 'SERVER'],
  ['CreateSLRFail', 400, 'SERVER'],
  ['NoPermission', 400, 'CLIENT'],
  ['NoPermission', 403, 'CLIENT'],
  ['NoPermission', 200, 'CLIENT'],
  ['NoPermission', 500, 'SERVER'],
  ['InvalidParameter', 400, 'CLIENT'],
  ['Something.Unheard', 404, 'CLIENT'],
  ['Something.Unheard', 200, 'BAD_RESPONSE'],
  [undefined, 500, 'SERVER'],
  [undefined, 429, 'THROTTLING'],
  [undefined, 404, 'BAD_RESPONSE'],
  [undefined, 204, 'BAD_RESPONSE'],
  ['toString', 400, 'CLIENT'],
] as const)('takes %s with status %d for %s', (code, status, kind) => {
  expect(classify(status, code, documented)).toBe(kind);
});
