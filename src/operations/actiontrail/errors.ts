import type { OperationError } from '../operation';

/** Codes of ActionTrail, as its documents spell them. */

/** A request that the gateway made wrong: no input of a client gets into it unchecked. */
const badRequest = (message: string, en: string, zh: string): OperationError => ({
  status: 400,
  message,
  code: 'INTERNAL_SERVER_ERROR',
  explanation: { en, zh },
});

export const IncompleteSignature = badRequest(
  'The request signature does not conform to Alibaba Cloud standards.',
  'ActionTrail rejects the signature of the gateway’s request.',
  '操作审计拒绝了网关请求的签名。',
);

export const InvalidParameterCombination = badRequest(
  'The end time must be later than the start time.',
  'ActionTrail rejects the time range: its end is not later than its start.',
  '操作审计拒绝了该时间范围：结束时间必须晚于开始时间。',
);

export const InvalidQueryParameter = badRequest(
  'The specified query parameter is invalid.',
  'ActionTrail rejects a parameter of the gateway’s request.',
  '操作审计拒绝了网关请求中的某个参数。',
);

export const InvalidParameterEndTime = badRequest(
  'The specified EndTime is invalid.',
  'ActionTrail rejects the end of the time range.',
  '操作审计拒绝了时间范围的结束时间。',
);

export const InvalidParameterStartTime = badRequest(
  'The specified StartTime is invalid.',
  'ActionTrail rejects the start of the time range.',
  '操作审计拒绝了时间范围的开始时间。',
);

export const InvalidTrailName = badRequest(
  'The specified Trail name is invalid.',
  'ActionTrail rejects the name of a trail.',
  '操作审计拒绝了跟踪的名称。',
);

export const TrailNotFound: OperationError = {
  status: 404,
  message: 'The specified Trail does not exist.',
  code: 'NOT_FOUND',
  explanation: {
    en: 'ActionTrail reports that the trail does not exist.',
    zh: '操作审计返回：指定的跟踪不存在。',
  },
};
