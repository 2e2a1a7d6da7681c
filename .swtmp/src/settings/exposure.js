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
    get developmentExposure () {
        return developmentExposure;
    },
    get exposureTable () {
        return exposureTable;
    },
    get productionExposure () {
        return productionExposure;
    },
    get toExposure () {
        return toExposure;
    }
});
const _zod = require("zod");
const _Setting = require("../environment/Setting");
const _formats = require("../environment/formats");
const _readSettings = require("../environment/readSettings");
const inDevelopment = '`on` in development, else `off`';
const hostName = {
    values: 'host names or IP addresses without a port',
    parse: _zod.z.string().regex(/^(?:[a-z\d_](?:[a-z\d_-]*[a-z\d_])?(?:\.[a-z\d_](?:[a-z\d_-]*[a-z\d_])?)*|\[[\da-f:.]+\]|[\da-f]*:[\da-f:.]+)$/i).transform((name)=>name.replace(/^\[|\]$/g, '').toLowerCase())
};
/** The end of an origin that allows every port. */ const anyPort = ':*';
const withoutPort = (text)=>text.endsWith(anyPort) ? text.slice(0, -anyPort.length) : text;
const origin = {
    values: 'origins such as `https://app.example` or `http://localhost:*`',
    parse: _zod.z.string().regex(/^https?:\/\//).refine((text)=>isOriginText(withoutPort(text))).transform((text)=>{
        const { origin: normalized } = new URL(withoutPort(text));
        return text.endsWith(anyPort) ? `${normalized}${anyPort}` : normalized;
    })
};
/** A pattern for hosts would be taken for a host. */ const isOriginText = (text)=>URL.canParse(text) && (0, _formats.isOrigin)(new URL(text)) && !text.includes('*');
const exposureTable = {
    allowedHosts: (0, _Setting.setting)('ALLOWED_HOSTS', {
        ...(0, _formats.list)(hostName),
        default: [],
        description: 'Names under which clients reach the gateway, in addition to `HOST` and the names of this machine (`localhost`, `127.0.0.1`, `[::1]`). Requests for other hosts are refused with 421, except for the health checks.'
    }),
    allowedOrigins: (0, _Setting.setting)('ALLOWED_ORIGINS', {
        ...(0, _formats.list)(origin),
        default: [],
        description: 'Origins whose pages may use the gateway from a browser (CORS). Its own pages always may. In development, Apollo Studio and `http://localhost:*` may, too. Requests from other origins are refused with 403.'
    }),
    introspection: (0, _Setting.setting)('INTROSPECTION', {
        ..._formats.onOff,
        unset: inDevelopment,
        description: 'Whether clients may query `__schema` and `__type`. The schema is in schema/api.graphql in any case, and a router reads it with `_service`.'
    }),
    sandbox: (0, _Setting.setting)('SANDBOX', {
        ..._formats.onOff,
        unset: inDevelopment,
        description: 'Whether browsers that open `/graphql` get the Apollo Sandbox. It needs `INTROSPECTION` for its schema.'
    }),
    graphiql: (0, _Setting.setting)('GRAPHIQL', {
        ..._formats.onOff,
        unset: inDevelopment,
        description: 'Whether `/graphiql` has GraphiQL. It needs `INTROSPECTION` for its schema.'
    }),
    suggestions: (0, _Setting.setting)('SUGGESTIONS', {
        ..._formats.onOff,
        unset: inDevelopment,
        description: 'Whether messages about unknown names suggest the nearest names of the schema.'
    })
};
/** The pages that a developer uses the gateway from: Apollo Studio's Sandbox, and an own page on any port. */ const developersOrigins = [
    'https://studio.apollographql.com',
    'http://localhost:*'
];
const toExposure = (read, development)=>({
        ...read,
        /** Origins whose pages may use the gateway. The port `*` allows every port. */ allowedOrigins: [
            ...read.allowedOrigins,
            ...development ? developersOrigins : []
        ],
        introspection: read.introspection ?? development,
        sandbox: read.sandbox ?? development,
        graphiql: read.graphiql ?? development,
        suggestions: read.suggestions ?? development
    });
const developmentExposure = toExposure((0, _readSettings.defaultsOf)(exposureTable), true);
const productionExposure = toExposure((0, _readSettings.defaultsOf)(exposureTable), false);
