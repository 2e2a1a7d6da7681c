import { Refusal } from './Refusal';

interface GatewayError {
  readonly status: number;
  /** The literal text on the wire; `%s` is filled in. */
  readonly message: string;
  /** True if the answer comes before any product is reached: `Recommend` then has its older form. */
  readonly beforeProduct?: true;
}

/**
 * The codes that the API gateway in front of every product answers by itself, with status and text as published.
 *
 * If pages disagree on a status, the one that most of them print is used. Texts of `IncompleteSignature`,
 * `InvalidParameter`, `InvalidSecurityToken.Malformed`, `InvalidSecurityToken.MismatchWithAccessKey`, `RequestTooLarge`
 * and `UnsupportedHTTPMethod` are not in the gathered facts; `RequestTooLarge` is our own code too.
 */
export const gatewayErrors = {
  'InvalidAction.NotFound': {
    status: 404,
    message: 'Specified api is not found, please check your url and method.',
  },
  InvalidVersion: { status: 400, message: 'Specified parameter Version is not valid.' },
  UnsupportedHTTPMethod: { status: 400, message: 'The HTTP method is not supported by this action.' },
  InvalidParameter: { status: 400, message: 'The parameters of the request are not well formed: %s.' },
  'InvalidParameter.Format': { status: 400, message: 'Specified parameter Format is not valid.' },
  RequestTooLarge: { status: 413, message: 'The request is larger than %s bytes.' },
  IncompleteSignature: {
    status: 400,
    message: 'The request signature does not conform to standards: %s.',
    beforeProduct: true,
  },
  InvalidSignatureMethod: {
    status: 400,
    message: 'Specified parameter SignatureMethod is not valid.',
    beforeProduct: true,
  },
  SignatureDoesNotMatch: {
    status: 400,
    message: 'Specified signature is not matched with our calculation. server string to sign is:%s',
    beforeProduct: true,
  },
  'InvalidAccessKeyId.NotFound': { status: 404, message: 'Specified access key is not found.', beforeProduct: true },
  'InvalidAccessKeyId.Inactive': { status: 400, message: 'Specified access key is disabled.', beforeProduct: true },
  'InvalidSecurityToken.Expired': { status: 400, message: 'Specified SecurityToken is expired.', beforeProduct: true },
  'InvalidSecurityToken.Malformed': {
    status: 400,
    message: 'Specified SecurityToken is malformed.',
    beforeProduct: true,
  },
  'InvalidSecurityToken.MismatchWithAccessKey': {
    status: 400,
    message: 'Specified SecurityToken mismatch with the AccessKey.',
    beforeProduct: true,
  },
  'InvalidTimeStamp.Format': {
    status: 400,
    message: 'Specified time stamp or date value is not well formatted.',
    beforeProduct: true,
  },
  'InvalidTimeStamp.Expired': {
    status: 400,
    message: 'Specified time stamp or date value is expired.',
    beforeProduct: true,
  },
  SignatureNonceUsed: {
    status: 400,
    message: 'Specified signature nonce was used already.',
    beforeProduct: true,
  },
  'Forbidden.RAM': {
    status: 403,
    message: "User not authorized to operate on the specified resource, or this API doesn't support RAM.",
  },
  'Throttling.User': { status: 400, message: 'Request was denied due to user flow control.' },
  ServiceUnavailable: {
    status: 503,
    message: 'The request has failed due to a temporary failure of the server.',
  },
  InternalError: {
    status: 500,
    message: 'The request processing has failed due to some unknown error, exception or failure.',
  },
} as const satisfies Record<string, GatewayError>;

export type GatewayCode = keyof typeof gatewayErrors;

const table: ReadonlyMap<string, GatewayError> = new Map(Object.entries(gatewayErrors));

/** The row of a code, or undefined if the gateway has none of that name. */
export const gatewayError = (code: string): GatewayError | undefined => table.get(code);

/** Fills the `%s` of a message in order; those without a name stay. */
export function fillIn(message: string, names: readonly string[]): string {
  const rest = [...names];
  return message.replace(/%s/g, (hole) => rest.shift() ?? hole);
}

/** A refusal by the gateway itself. */
export function refuse(code: GatewayCode, ...names: string[]): Refusal {
  const { status, message } = gatewayErrors[code];
  return new Refusal(code, status, fillIn(message, names));
}

/** A parameter that the request lacks: `Missing<Name>`. */
export const missing = (name: string): Refusal =>
  new Refusal(`Missing${name}`, 400, `${name} is mandatory for this action.`);

/** A parameter that is not what it should be: `Invalid<Name>`. */
export const invalid = (name: string): Refusal =>
  new Refusal(`Invalid${name}`, 400, `Specified parameter ${name} is not valid.`);
