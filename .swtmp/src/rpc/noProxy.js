"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "bypassesProxy", {
    enumerable: true,
    get: function() {
        return bypassesProxy;
    }
});
const _nodenet = require("node:net");
function bypassesProxy(origin, noProxy) {
    const { hostname, port, protocol } = new URL(origin);
    const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
    const usedPort = port === '' ? protocol === 'https:' ? '443' : '80' : port;
    const entries = noProxy.toLowerCase().split(/[\s,]+/);
    return entries.map(parseEntry).some((entry)=>(entry.port ?? usedPort) === usedPort && covers(entry.name, host));
}
function parseEntry(text) {
    if ((0, _nodenet.isIPv6)(text) || text.includes('/')) return {
        name: text
    };
    const [, bracketed, plain = '', port] = /^(?:\[(.*)\]|(.*?))(?::(\d+))?$/.exec(text) ?? [];
    return {
        name: bracketed ?? plain,
        port
    };
}
function covers(name, host) {
    if (name === '*') return true;
    if (name.includes('/') || (0, _nodenet.isIP)(name) !== 0) return (0, _nodenet.isIP)(host) !== 0 && isInNetwork(name, host);
    const domain = name.replace(/^\*?\./, '').replace(/\.$/, '');
    return domain !== '' && (host === domain || host.endsWith(`.${domain}`));
}
function isInNetwork(network, address) {
    const [base = '', bits = (0, _nodenet.isIPv6)(base) ? '128' : '32'] = network.split('/');
    const list = new _nodenet.BlockList();
    try {
        list.addSubnet(base, Number(bits), familyOf(base));
    } catch  {
        // No network at all.
        return false;
    }
    return list.check(address, familyOf(address));
}
const familyOf = (address)=>(0, _nodenet.isIPv6)(address) ? 'ipv6' : 'ipv4';
