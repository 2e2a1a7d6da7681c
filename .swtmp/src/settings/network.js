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
    get networkRules () {
        return networkRules;
    },
    get networkTable () {
        return networkTable;
    },
    get toNetwork () {
        return toNetwork;
    }
});
const _zod = require("zod");
const _Setting = require("../environment/Setting");
const _formats = require("../environment/formats");
const _loopback = require("../process/loopback");
const services = [
    'cloud-config',
    'resource-manager',
    'governance',
    'sts'
];
/** A host that may see signed requests: one of the provider's, or one of this machine for tests. */ const isUpstreamHost = (hostname)=>/^(?:[a-z\d-]+\.)+aliyuncs\.com$/.test(hostname) || (0, _loopback.isLoopbackName)(hostname);
const upstreamOrigin = (0, _formats.urlWhere)(/^https$/, (url)=>(0, _formats.isOrigin)(url) && isUpstreamHost(url.hostname));
/** A proxy's URL may hold user and password, and nothing behind the port. */ const isProxyUrl = ({ pathname, search, hash })=>pathname + search + hash === '/';
/** `sts=https://…,governance=https://…` */ const endpoints = (0, _formats.pairs)({
    values: `\`<service>=<https URL of a host below aliyuncs.com, without user and path>\`, comma-separated; services are ${services.map((name)=>`\`${name}\``).join(', ')}`,
    key: _zod.z.enum(services),
    value: upstreamOrigin
});
const networkTable = {
    proxyUrl: (0, _Setting.setting)('HTTPS_PROXY', {
        secret: true,
        aliases: [
            'https_proxy'
        ],
        values: 'an http or https URL without a path, its port at most 65535',
        parse: (0, _formats.urlWhere)(/^https?$/, isProxyUrl),
        unset: '(unset: no proxy)',
        description: 'Proxy for calls to https endpoints. The URL may contain a user and a password. `https_proxy` works, too.'
    }),
    noProxy: (0, _Setting.setting)('NO_PROXY', {
        aliases: [
            'no_proxy'
        ],
        values: 'hosts, comma-separated',
        parse: _zod.z.string(),
        unset: '(none)',
        description: 'Hosts to call without the proxy: names, domains with all hosts below them, IP addresses, and networks such as `10.0.0.0/8`. Each may have a port. `*` means all hosts. `no_proxy` works, too.'
    }),
    connectTimeoutMs: (0, _Setting.setting)('CONNECT_TIMEOUT_MS', {
        ...(0, _formats.milliseconds)(100, 30_000),
        default: 5000,
        description: 'Timeout for opening a connection to the upstream, in milliseconds, including the TLS handshake and the tunnel of a proxy. A read that fails this way is retried until its deadline of 10 seconds.'
    }),
    readAttemptTimeoutMs: (0, _Setting.setting)('READ_ATTEMPT_TIMEOUT_MS', {
        ...(0, _formats.milliseconds)(100, 10_000),
        default: 3000,
        description: 'Timeout for one attempt of a read, in milliseconds, from sending the request to the end of the response.'
    }),
    writeAttemptTimeoutMs: (0, _Setting.setting)('WRITE_ATTEMPT_TIMEOUT_MS', {
        ...(0, _formats.milliseconds)(1000, 25_000),
        default: 10_000,
        description: 'Timeout for a write, in milliseconds. A write has one attempt, and one that takes longer ends with the outcome `UNKNOWN`.'
    }),
    caFile: (0, _Setting.setting)('CA_FILE', {
        ..._formats.text,
        values: 'a path',
        unset: '(unset)',
        description: 'File with additional trusted certificates in PEM, for the upstream and the proxy, such as those of a company’s own authority.'
    }),
    endpointType: (0, _Setting.setting)('ENDPOINT_TYPE', {
        ...(0, _formats.oneOf)('public', 'vpc'),
        default: 'public',
        description: 'Which hosts to call. With `vpc`, products with a VPC host in `REGION` are called there, all others at their public hosts: see docs/OPERATIONS.md.'
    }),
    region: (0, _Setting.setting)('REGION', {
        values: 'a region ID such as `cn-shanghai`',
        parse: _zod.z.string().regex(/^[a-z]{2,}(-[a-z0-9]+)+$/),
        unset: '(unset)',
        description: 'Region of the VPC that the gateway runs in, for `ENDPOINT_TYPE=vpc`.'
    }),
    endpoints: (0, _Setting.setting)('ENDPOINTS', {
        ...endpoints,
        default: new Map(),
        description: 'Other hosts for individual services, for `UPSTREAM=alibaba-cloud`. For tests, a host may also be one of this machine, such as `localhost`.'
    })
};
const toNetwork = ({ endpointType, region, ...network })=>({
        ...network,
        /** The region of the VPC whose hosts are called if there are any. Undefined for public hosts. */ vpcRegion: endpointType === 'vpc' ? region : undefined
    });
const networkRules = ({ endpointType }, given)=>endpointType === 'vpc' && !given.has('REGION') ? [
        'REGION must be set where ENDPOINT_TYPE is vpc: the region of the VPC that the gateway runs in.'
    ] : [];
