import { toClientError } from '../../../src/errors/ClientError';
import { RpcError } from '../../../src/errors/RpcError';
import { spellings } from '../../../src/errors/codeFamilies';
import { catalogue, operations } from '../../../src/operations';
import { classify } from '../../../src/rpc/failures';

/** How a code that the operation does not document is reported to clients. */
const told = (code: string, httpStatus = 400) => {
  const kind = classify(httpStatus, code, {});
  const { product, action } = { product: 'Config', action: 'Undocumented' };
  return toClientError(new RpcError({ product, action, kind, code, httpStatus }), 'en').code;
};

it.each([
  'NoPermission',
  'NoPermission.RAM',
  'NoPermission.Unknown',
  'AggregatorMemberNoPermission',
  'Forbidden',
  'Forbidden.RAM',
  'Forbidden.SubUser',
  'Forbidden.NoPermission',
  'AccessDenied',
  'AccessDeniedException',
  'AccessDenied.RAM',
  'NotAuthorized',
  'NotAuthorized.Operation',
  'Unauthorized',
  'UnauthorizedOperation',
  'UnAuthorized.RAM',
])('takes %s for a missing permission', (code) => {
  expect([told(code), told(code, 403), told(code, 200)]).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
});

it.each([401, 403])('takes any code with status %d for a missing permission', (status) => {
  expect([told('SomethingElse', status), told('InvalidParameter', status), told('NoSuchThing', status)]).toEqual([
    'FORBIDDEN',
    'FORBIDDEN',
    'FORBIDDEN',
  ]);
});

it.each([
  'ConfigServiceNotEnabled',
  'AccountNotExisted',
  'ServiceNotEnabled',
  'ServiceNotActivated',
  'ServiceNotOpen',
  'Forbidden.ServiceNotEnabled',
  'Forbidden.NotActivated',
  'OperationDenied.ServiceNotOpened',
])('takes %s for a service that is not activated, with any status', (code) => {
  for (const status of [400, 403, 404]) {
    const error = new RpcError({ product: 'Config', action: 'A', kind: 'CLIENT', code, httpStatus: status });
    expect(error.family).toBe('NOT_ACTIVATED');
  }
  expect(told(code, 404)).toBe('NOT_FOUND');
});

it.each([
  'EntityNotExist.Role',
  'EntityNotExists.Folder',
  'InvalidFolder.NotFound',
  'NoSuchAccount',
  'ResourceNotFound',
  'ResourceNotFound.Instance',
  'NoData',
  'AccountDoesNotExist',
])('takes %s for something that does not exist', (code) => {
  expect(told(code, 404)).toBe('NOT_FOUND');
});

it.each([
  'Invalid.ResourceId.Value',
  'Invalid.region.Value',
  'Invalid.ResourceType.Empty',
  'InvalidParameter',
  'InvalidParameter.PageSize',
  'InvalidRegionId',
  'MissingParameter',
  'MissingResourceId',
  'IllegalParamFormat.EcsInstance',
  'ParameterInvalid',
])('takes %s for a parameter that the upstream rejects', (code) => {
  expect(told(code)).toBe('BAD_USER_INPUT');
});

it.each(['Throttling.New', 'ThrottlingException', 'TooManyRequests', 'RequestLimitExceeded', 'Api.FlowControl'])(
  'takes %s for flow control, which is worth another attempt',
  (code) => {
    expect([classify(400, code, {}), classify(403, code, {})]).toEqual(['THROTTLING', 'THROTTLING']);
  },
);

it.each([
  'InvalidAccessKeyId',
  'InvalidAccessKeySecret',
  'SignatureDoesNotMatch',
  'IncompleteSignature',
  'InvalidSecurityToken.Anything',
  'SecurityTokenExpired',
  'InvalidTimestamp.Format',
  'Forbidden.AccessKeyDisabled',
  'MissingSecurityToken',
])('takes %s for the gateway’s own keys, also with status 403', (code) => {
  expect([told(code), told(code, 403), told(code, 401)]).toEqual(['UPSTREAM_AUTH', 'UPSTREAM_AUTH', 'UPSTREAM_AUTH']);
});

it.each([
  'InvalidAction.NotFound',
  'InvalidVersion',
  'InvalidProduct.NotFound',
  'InvalidStatus.Account',
  'LimitExceeded',
  'Throttling.EnableControlPolicy',
  'toString',
])('takes %s for none of these', (code) => {
  expect(told(code, 409)).toBe('UPSTREAM_REJECTED');
});

it.each([500, 503])('leaves the doubt that status %d leaves, whatever the code', (status) => {
  expect(classify(status, 'NoPermission', {})).toBe('SERVER');
});

it('lets what an operation documents win', () => {
  for (const { errors, product, action } of operations) {
    for (const [code, documented] of Object.entries(errors)) {
      const kind = classify(documented.status, code, errors);
      const error = new RpcError({
        product: product.code,
        action,
        kind,
        code,
        httpStatus: documented.status,
        documented,
      });

      expect(toClientError(error, 'en')).toMatchObject({ code: documented.code, message: documented.explanation.en });
      if (error.family !== undefined) expect(['NoPermission', 'AccountNotExisted']).toContain(code);
    }
  }
});

const families = Object.entries(spellings).flatMap(([family, patterns]) =>
  patterns.map((pattern): [string, string] => [pattern, family]),
);

it.each(families)('recognizes what docs/ERRORS.md spells %s as of %s', (pattern, family) => {
  const code = pattern.replace(/^\*/, 'Thing').replace(/\*$/, pattern.endsWith('.*') ? 'Thing' : '.Thing');
  const kind = classify(400, code, {});
  const { family: found } = new RpcError({ product: 'Config', action: 'A', kind, code, httpStatus: 400 });

  expect(kind === 'CLIENT' ? found : kind).toBe(family);
});

it('has words of its own for an enterprise edition that records everything', () => {
  const { product, action } = catalogue.PutConfigurationRecorder;
  const code = 'EnterpriseEditionAllResourceTypesDefault';
  const error = new RpcError({ product: product.code, action, kind: 'CLIENT', code, httpStatus: 400 });

  expect([toClientError(error, 'en'), toClientError(error, 'zh').message]).toEqual([
    expect.objectContaining({
      code: 'CONFLICT',
      message: 'The enterprise edition of Cloud Config records all resource types: the list cannot be narrowed.',
      retryable: false,
    }),
    '配置审计企业版默认监控全部资源类型，不能缩小资源类型范围。',
  ]);
});
