import { throttled } from './Quotas';
import { Refusal } from './Refusal';
import type { Breakage } from './faults';
import { errorReply, printed, type Reply, type ReplyContext } from './reply';

/** A page as a load balancer prints it when nothing stands behind it. */
const page = (status: number): string =>
  `<html>\r\n<head><title>${status}</title></head>\r\n<body>\r\n<center><h1>${status}</h1></center>\r\n<hr><center>Tengine</center>\r\n</body>\r\n</html>\r\n`;

/** The answer that a fault makes of a good one. `whole` is missing if the fault strikes before the handler. */
export function brokenReply(fault: Breakage, whole: Reply | undefined, context: ReplyContext): Reply {
  const headers = { 'x-acs-request-id': context.requestId };
  switch (fault.kind) {
    case 'hang':
      return { status: 0, headers, body: '', delivery: 'never' };
    case 'reset':
      return { status: 0, headers, body: '', delivery: 'reset' };
    case 'status':
      return fault.code === undefined
        ? printed(fault.status, 'Error', { RequestId: context.requestId, Message: fault.message }, context)
        : errorReply(new Refusal(fault.code, fault.status, fault.message), context);
    case 'refusedToken':
      return errorReply(new Refusal(fault.code, fault.status, fault.message), context);
    case 'throttle':
      return errorReply(throttled(fault.retryAfterMs), context);
    case 'html':
      return {
        status: fault.status,
        headers: { ...headers, 'content-type': 'text/html' },
        body: page(fault.status),
        delivery: 'whole',
      };
    case 'empty':
      return { status: fault.status, headers, body: '', delivery: 'whole' };
    case 'truncated':
    case 'resetInBody': {
      if (!whole) throw new Error(`A fault of kind ${fault.kind} needs an answer to break.`);
      return fault.kind === 'resetInBody'
        ? { ...whole, delivery: 'resetInBody' }
        : { ...whole, body: firstHalf(whole.body) };
    }
  }
}

const firstHalf = (body: string): string => body.slice(0, Math.ceil(body.length / 2));
