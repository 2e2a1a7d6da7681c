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
    get alibabaCloudUpstream () {
        return alibabaCloudUpstream;
    },
    get emulatorUpstream () {
        return emulatorUpstream;
    },
    get httpOptionsOf () {
        return httpOptionsOf;
    },
    get timeoutsOf () {
        return timeoutsOf;
    }
});
const _undici = require("undici");
const _zod = require("zod");
const _AnswerCache = require("./cache/AnswerCache");
const _shareReads = require("./cache/shareReads");
const _client = require("./rpc/client");
const _clock = require("./rpc/clock");
const _assumedRoles = require("./rpc/credentials/assumedRoles");
const _defaultChain = require("./rpc/credentials/defaultChain");
const _staticKeys = require("./rpc/credentials/staticKeys");
const _endpoints = require("./rpc/endpoints");
const _settings = require("./settings");
const _readCertificates = require("./settings/readCertificates");
const emulatorUpstream = ({ url, accessKeyId, accessKeySecret, now = ()=>worldTime(url), ...options })=>({
        name: 'emulator',
        ...sharingClient({
            endpoints: ()=>url,
            own: (0, _staticKeys.staticKeys)(accessKeyId, accessKeySecret)
        }, now, options)
    });
const alibabaCloudUpstream = ({ site, credentials = (0, _defaultChain.defaultChain)(), ...options })=>({
        name: 'alibaba-cloud',
        ...sharingClient({
            endpoints: (product)=>(0, _endpoints.endpointOf)(product, {
                    site,
                    ...options.network
                }),
            own: credentials
        }, Date.now, options)
    });
const httpOptionsOf = ({ proxyUrl, noProxy, caFile, connectTimeoutMs })=>({
        connectTimeoutMs,
        certificates: caFile === undefined ? undefined : (0, _readCertificates.readCertificates)(caFile),
        proxy: proxyUrl === undefined ? undefined : {
            url: proxyUrl,
            except: noProxy
        }
    });
const timeoutsOf = (network)=>({
        connectMs: network.connectTimeoutMs,
        readMs: network.readAttemptTimeoutMs,
        writeMs: network.writeAttemptTimeoutMs
    });
/**
 * A client whose requests share reads, so that what is identical is asked once, and which assumes roles where another
 * account, or a setting, asks for it.
 */ const sharingClient = ({ endpoints, own }, now, { clock = _clock.systemClock, cacheMaxBytes = 0, roles = _settings.defaultRoles, network = {}, quota, wallTime, onAnswer, random })=>{
    const cache = cacheMaxBytes > 0 ? new _AnswerCache.AnswerCache(cacheMaxBytes, clock) : undefined;
    const sharedReads = (0, _shareReads.shareReads)({
        clock,
        cache,
        now
    });
    const rpc = (0, _client.createRpcClient)({
        endpoints,
        credentials: (0, _assumedRoles.assumedRoles)({
            own,
            roles,
            rpc: ()=>rpc,
            clock
        }),
        clock,
        policies: [
            sharedReads,
            ...(0, _client.defaultPolicies)(clock, quota, timeoutsOf(network), random)
        ],
        http: httpOptionsOf(network),
        wallTime,
        onAnswer
    });
    return {
        rpc,
        now,
        forget: sharedReads.forget
    };
};
const ClockAnswer = _zod.z.object({
    now: _zod.z.union([
        _zod.z.iso.datetime().transform((now)=>Date.parse(now)),
        _zod.z.int()
    ])
});
/**
 * The emulator's world has its own clock. Wall time if it does not answer (a proxy may let only calls through):
 * the default time range is then off by as much as the two differ.
 */ const worldTime = async (url)=>{
    try {
        const answer = await (0, _undici.request)(`${url}/_emulator/clock`, {
            headersTimeout: 1000,
            bodyTimeout: 1000
        });
        return ClockAnswer.parse(await answer.body.json()).now;
    } catch  {
        return Date.now();
    }
};
