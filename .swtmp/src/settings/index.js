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
    get defaultLimits () {
        return _limits.defaultLimits;
    },
    get defaultRoles () {
        return _roles.defaultRoles;
    },
    get developmentExposure () {
        return _exposure.developmentExposure;
    },
    get parseSettings () {
        return parseSettings;
    },
    get productionExposure () {
        return _exposure.productionExposure;
    },
    get settingOfLimit () {
        return _limits.settingOfLimit;
    },
    get settingsTable () {
        return settingsTable;
    }
});
const _zod = require("zod");
const _Setting = require("../environment/Setting");
const _formats = require("../environment/formats");
const _readSettings = require("../environment/readSettings");
const _loopback = require("../process/loopback");
const _access = require("./access");
const _callers = require("./callers");
const _exposure = require("./exposure");
const _limits = require("./limits");
const _network = require("./network");
const _persisted = require("./persisted");
const _roles = require("./roles");
const settingsTable = {
    host: (0, _Setting.setting)('HOST', {
        ..._formats.text,
        values: 'an address',
        default: '127.0.0.1',
        description: 'Address that the gateway listens on.'
    }),
    port: (0, _Setting.setting)('PORT', {
        ...(0, _formats.whole)(0, 65_535),
        default: 4000,
        description: 'Port that the gateway listens on. With 0 it takes a free one.'
    }),
    publicPath: (0, _Setting.setting)('PUBLIC_PATH', {
        values: 'a path such as `/governance`, without a slash at the end',
        parse: _zod.z.string().regex(/^(\/[\w.~-]+)+$/),
        unset: '(none)',
        description: 'Path under which a proxy publishes the gateway. Requests may come with the path or without it.'
    }),
    exposure: _exposure.exposureTable,
    stopTimes: {
        drainMs: (0, _Setting.setting)('DRAIN_SECONDS', {
            ...(0, _formats.seconds)(0, 300),
            default: 5000,
            description: 'After SIGTERM, how long the gateway still accepts new requests, in seconds, while `/readyz` returns 503. Set it to the time in which your load balancer notices that.'
        }),
        stopMs: (0, _Setting.setting)('STOP_SECONDS', {
            ...(0, _formats.seconds)(1, 600),
            default: 25_000,
            description: 'Maximum time from the signal to the end of the process, in seconds, `DRAIN_SECONDS` included. Give the process some seconds more before you kill it.'
        })
    },
    connections: {
        maxConnections: (0, _Setting.setting)('MAX_CONNECTIONS', {
            ...(0, _formats.whole)(1, 100_000),
            default: 2000,
            description: 'Maximum number of open connections from clients. The gateway closes any further one.'
        })
    },
    upstream: (0, _Setting.setting)('UPSTREAM', {
        ...(0, _formats.oneOf)('emulator', 'alibaba-cloud'),
        default: 'emulator',
        description: 'Upstream that the gateway calls. Required if `HOST` is not an address of this machine alone.'
    }),
    site: (0, _Setting.setting)('ALIBABA_CLOUD_SITE', {
        ...(0, _formats.oneOf)('china', 'international'),
        default: 'china',
        description: 'Alibaba Cloud site of the account, for `UPSTREAM=alibaba-cloud`. Each site has its own hosts.'
    }),
    cloudConfigVersion: (0, _Setting.setting)('CLOUD_CONFIG_API_VERSION', {
        ...(0, _formats.oneOf)('2020-09-07', '2019-01-08'),
        default: '2020-09-07',
        description: 'Cloud Config version that the gateway calls. Only the older one counts timelines, describes the organization and starts the enterprise edition, so the gateway calls it for these in any case. Only the newer one can stop a recorder.'
    }),
    emulatorUrl: (0, _Setting.setting)('EMULATOR_URL', {
        values: 'an http or https URL without user and path',
        parse: (0, _formats.urlWhere)(/^https?$/, _formats.isOrigin).transform((url)=>url.replace(/\/$/, '')),
        unset: '(unset: one is started)',
        description: 'URL of an emulator that already runs. If it is set, the gateway starts none.'
    }),
    emulatorAccessKeyId: (0, _Setting.setting)('EMULATOR_ACCESS_KEY_ID', {
        ..._formats.text,
        default: 'testid',
        description: 'Access key ID for the emulator. Your real credentials are never loaded or sent to it.'
    }),
    emulatorAccessKeySecret: (0, _Setting.setting)('EMULATOR_ACCESS_KEY_SECRET', {
        ..._formats.text,
        secret: true,
        orFile: true,
        default: 'testsecret',
        description: 'Access key secret for the emulator.'
    }),
    access: _access.accessTable,
    network: _network.networkTable,
    mutations: (0, _Setting.setting)('MUTATIONS', {
        ..._formats.onOff,
        unset: '`on` for the emulator, `off` for `alibaba-cloud`',
        description: 'Whether mutations are allowed. If they are off, they return FORBIDDEN.'
    }),
    cacheMaxBytes: (0, _Setting.setting)('CACHE_MEGABYTES', {
        ...(0, _formats.megabytes)(0, 100_000),
        default: 16_000_000,
        description: 'Memory for cached upstream responses, in megabytes. 0 turns the cache off. docs/OPERATIONS.md has the lifetime of each response. A response is reused only with the credentials that read it.'
    }),
    memberAccess: (0, _Setting.setting)('MEMBER_ACCESS', {
        ...(0, _formats.oneOf)('role', 'account-group'),
        default: 'role',
        description: 'How to read resources in other accounts: assume a role in each account, or use the account group of the whole directory if the gateway cannot assume roles. All calls through the group share one quota. Recorders, lists and counts of a single account need the role in both cases.'
    }),
    roles: _roles.roleTable,
    quota: {
        sharePercent: (0, _Setting.setting)('QUOTA_SHARE_PERCENT', {
            ...(0, _formats.whole)(1, 100),
            default: 80,
            description: 'Share of each upstream quota that the gateway uses, in percent. The rest is for other callers in the account.'
        }),
        replicas: (0, _Setting.setting)('REPLICAS', {
            ...(0, _formats.whole)(1, 1000),
            default: 1,
            description: 'Number of gateway processes that call with the same accounts. They divide that share equally.'
        }),
        unknownReadsPerMinute: (0, _Setting.setting)('UNKNOWN_QUOTA_READS_PER_MINUTE', {
            ...(0, _formats.whole)(1, 100_000),
            default: 300,
            description: 'Assumed quota, in calls per minute, for reads without a published quota.'
        }),
        unknownWritesPerMinute: (0, _Setting.setting)('UNKNOWN_QUOTA_WRITES_PER_MINUTE', {
            ...(0, _formats.whole)(1, 100_000),
            default: 60,
            description: 'Assumed quota, in calls per minute, for writes without a published quota.'
        })
    },
    maxUpstreamCalls: (0, _Setting.setting)('MAX_UPSTREAM_CALLS', {
        ...(0, _formats.whole)(1, 100_000),
        default: 600,
        description: 'Maximum number of upstream calls per document. The gateway rejects a document with a higher estimate before it makes a call, and stops one that reaches the limit while it runs.'
    }),
    limits: _limits.limitsTable,
    persisted: _persisted.persistedTable,
    cursorSecret: (0, _Setting.setting)('CURSOR_SECRET', {
        values: 'a text of at least 32 characters',
        parse: _zod.z.string().min(32),
        secret: true,
        orFile: true,
        unset: '(unset: cursors are not sealed)',
        description: 'Secret that seals cursors, the same in all replicas. A cursor that it did not seal is refused, also one of before.'
    }),
    callers: _callers.callersTable,
    relayNodeFields: (0, _Setting.setting)('RELAY_NODE_FIELDS', {
        ..._formats.onOff,
        default: true,
        description: 'Whether the graph has `node` and `nodes`. Turn them off if another subgraph of your supergraph has them.'
    }),
    auditTarget: (0, _Setting.setting)('AUDIT_LOG', {
        values: '`stdout` or a path',
        parse: _zod.z.string().min(1),
        default: 'stdout',
        description: 'Target of the audit log of mutations: a JSON line before each is sent, and one after. If a line cannot be written, the mutation is not sent.'
    }),
    logLevel: (0, _Setting.setting)('LOG_LEVEL', {
        ...(0, _formats.oneOf)('fatal', 'error', 'warn', 'info', 'debug', 'silent'),
        default: 'info',
        description: 'Lowest level that is logged. Logs are JSON lines on stdout.'
    })
};
/** Whether only this machine reaches the gateway, and it serves demo data. */ const isDevelopment = ({ host, upstream })=>(0, _loopback.isLoopbackName)(host) && upstream === 'emulator';
/** What depends on several settings. */ const toSettings = ({ exposure, roles, network, mutations, ...read })=>({
        ...read,
        exposure: (0, _exposure.toExposure)(exposure, isDevelopment(read)),
        roles: (0, _roles.toRoles)(roles),
        network: (0, _network.toNetwork)(network),
        mutations: mutations ?? read.upstream === 'emulator'
    });
const rules = ({ access, network, persisted, ...read }, given)=>[
        // Nobody else may take demo data for a company.
        ...!(0, _loopback.isLoopbackName)(read.host) && !given.has('UPSTREAM') ? [
            `UPSTREAM must be named if HOST is not a loopback address: emulator (demo data) or alibaba-cloud.`
        ] : [],
        ...read.stopTimes.drainMs < read.stopTimes.stopMs ? [] : [
            'STOP_SECONDS must be more than DRAIN_SECONDS.'
        ],
        ...(0, _access.accessRules)({
            ...read,
            changesAccounts: read.upstream === 'alibaba-cloud' && read.mutations === true
        })(access, given),
        ...(0, _network.networkRules)(network, given),
        ...(0, _persisted.persistedRules)(persisted)
    ];
const parseSettings = (environment)=>{
    const { settings, problems } = (0, _readSettings.readSettings)(settingsTable, environment, rules);
    return settings ? {
        settings: toSettings(settings),
        problems: []
    } : {
        settings: undefined,
        problems
    };
};
