import { Refusal } from '../Refusal';

/**
 * Codes that ActionTrail lists for the whole product, and for no operation by name. Those about time ranges, attributes
 * and tokens can only be meant for LookupEvents.
 */
const productErrors = {
  NoPermission: {
    status: 403,
    message: 'You are not authorized to perform this operation. Please apply for access in RAM first.',
  },
  InvalidLookupAttributesException: {
    status: 400,
    message: 'LookupAttribute Key is not valid. Only support specific values or combinations.',
  },
  InvalidNextToken: { status: 400, message: 'NextToken is not valid.' },
  InvalidTimeRangeException: {
    status: 400,
    message: 'The end time must be later than the start time. The time span cannot exceed 30 days.',
  },
  InvalidParameterStartTimeOutOfDate: { status: 400, message: 'The StartTime exceeds the limit of 90 days.' },
} as const;

/** A refusal by a code of the product. */
export function trailRefusal(code: keyof typeof productErrors): Refusal {
  const { status, message } = productErrors[code];
  return new Refusal(code, status, message);
}
