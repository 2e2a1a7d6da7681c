"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "brokenReply", {
    enumerable: true,
    get: function() {
        return brokenReply;
    }
});
const _Quotas = require("./Quotas");
const _Refusal = require("./Refusal");
const _reply = require("./reply");
/** A page as a load balancer prints it when nothing stands behind it. */ const page = (status)=>`<html>\r\n<head><title>${status}</title></head>\r\n<body>\r\n<center><h1>${status}</h1></center>\r\n<hr><center>Tengine</center>\r\n</body>\r\n</html>\r\n`;
function brokenReply(fault, whole, context) {
    const headers = {
        'x-acs-request-id': context.requestId
    };
    switch(fault.kind){
        case 'hang':
            return {
                status: 0,
                headers,
                body: '',
                delivery: 'never'
            };
        case 'reset':
            return {
                status: 0,
                headers,
                body: '',
                delivery: 'reset'
            };
        case 'status':
            return fault.code === undefined ? (0, _reply.printed)(fault.status, 'Error', {
                RequestId: context.requestId,
                Message: fault.message
            }, context) : (0, _reply.errorReply)(new _Refusal.Refusal(fault.code, fault.status, fault.message), context);
        case 'refusedToken':
            return (0, _reply.errorReply)(new _Refusal.Refusal(fault.code, fault.status, fault.message), context);
        case 'throttle':
            return (0, _reply.errorReply)((0, _Quotas.throttled)(fault.retryAfterMs), context);
        case 'html':
            return {
                status: fault.status,
                headers: {
                    ...headers,
                    'content-type': 'text/html'
                },
                body: page(fault.status),
                delivery: 'whole'
            };
        case 'empty':
            return {
                status: fault.status,
                headers,
                body: '',
                delivery: 'whole'
            };
        case 'truncated':
        case 'resetInBody':
            {
                if (!whole) throw new Error(`A fault of kind ${fault.kind} needs an answer to break.`);
                return fault.kind === 'resetInBody' ? {
                    ...whole,
                    delivery: 'resetInBody'
                } : {
                    ...whole,
                    body: firstHalf(whole.body)
                };
            }
    }
}
const firstHalf = (body)=>body.slice(0, Math.ceil(body.length / 2));
