import { Refusal } from '../Refusal';

/**
 * Codes that Cloud Config lists for the whole product, and for no operation by name. Which operation answers which is
 * not published; a handler says why it takes one.
 */
export const productErrors = {
  ConfigServiceNotEnabled: { status: 404, message: 'The Cloud Config service is not activated.' },
  AccountNotExisted: { status: 400, message: 'Your account is not existed.' },
  TokenInvalid: { status: 400, message: 'The token is invalid.' },
  NoData: { status: 404, message: 'not found data.' },
  EnterpriseEditionAllResourceTypesDefault: {
    status: 400,
    message: 'The Enterprise Edition monitor all resource types by default.',
  },
  'Invalid.Date.Value': { status: 400, message: 'Specified Date value is not valid.' },
  'Invalid.Params.Value': { status: 400, message: 'The specified parameter value is invalid.' },
  'Invalid.AggregatorId.Value': { status: 400, message: 'The specified AggregatorId is invalid.' },
} as const;

export type ProductCode = keyof typeof productErrors;

/** A refusal by a code of the product. */
export function productRefusal(code: ProductCode): Refusal {
  const { status, message } = productErrors[code];
  return new Refusal(code, status, message);
}
