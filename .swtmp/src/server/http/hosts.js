"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "createHostCheck", {
    enumerable: true,
    get: function() {
        return createHostCheck;
    }
});
const _loopback = require("../../process/loopback");
/** Addresses that stand for every address of the machine. */ const everyAddress = new Set([
    '0.0.0.0',
    '::'
]);
/** A `Host` header: a name, an IPv4 address or an IPv6 address in brackets, and perhaps a port. */ const hostHeader = /^(?:\[(?<address>[\da-f:.]+)\]|(?<name>[a-z\d._-]+))(?::\d{1,5})?$/i;
/** The name in a `Host` header, in lower case and without a port. Undefined if it is none. */ const nameIn = (header)=>{
    const { address, name } = hostHeader.exec(header)?.groups ?? {};
    return (address ?? name?.replace(/\.$/, ''))?.toLowerCase();
};
/** The address that a client connected to, as a `Host` header spells it. */ const ownAddress = ({ socket })=>socket.localAddress?.replace(/^::ffff:(?=\d+\.)/i, '').toLowerCase();
const createHostCheck = (host, allowedHosts)=>{
    const known = new Set([
        host.toLowerCase(),
        ...allowedHosts
    ]);
    const isEveryAddress = everyAddress.has(host);
    return (request)=>{
        const name = nameIn(request.headers.host ?? '');
        if (name === undefined) return false;
        return (0, _loopback.isLoopbackName)(name) || known.has(name) || isEveryAddress && name === ownAddress(request);
    };
};
