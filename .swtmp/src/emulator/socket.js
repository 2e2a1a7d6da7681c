"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
function _export(target, all) {
    for(var name in all)Object.defineProperty(target, name, {
        enumerable: true,
        get: Object.getOwnPropertyDescriptor(all, name).get
    });
}
_export(exports, {
    get readBody () {
        return readBody;
    },
    get send () {
        return send;
    }
});
async function readBody(request, maxBytes) {
    const chunks = [];
    let size = 0;
    for await (const chunk of request){
        size += chunk.length;
        if (size <= maxBytes) chunks.push(chunk);
        // A client that goes on sending much more than is taken will not listen to an answer either.
        if (size > 4 * maxBytes) break;
    }
    return size > maxBytes ? undefined : Buffer.concat(chunks);
}
function send(reply, response) {
    switch(reply.delivery){
        case 'never':
            return;
        case 'reset':
            response.socket?.resetAndDestroy();
            return;
        case 'whole':
            response.writeHead(reply.status, headersOf(reply)).end(reply.body);
            return;
        case 'resetInBody':
            {
                const body = Buffer.from(reply.body, 'utf8');
                response.writeHead(reply.status, headersOf(reply));
                response.write(body.subarray(0, Math.ceil(body.length / 2)), ()=>{
                    // The next turn, so that the first half is on its way before the reset overtakes it.
                    setImmediate(()=>response.socket?.resetAndDestroy());
                });
            }
    }
}
const headersOf = ({ headers, body })=>({
        ...headers,
        'content-length': Buffer.byteLength(body, 'utf8')
    });
