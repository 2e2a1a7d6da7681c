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
    get answerControl () {
        return answerControl;
    },
    get controlPath () {
        return controlPath;
    },
    get forbiddenControl () {
        return forbiddenControl;
    },
    get maxControlBytes () {
        return maxControlBytes;
    }
});
const _nodehttp = require("node:http");
const _zod = require("zod");
const _shorten = require("../json/shorten");
const _tryParseJson = require("../json/tryParseJson");
const _ReadingChoices = require("./ReadingChoices");
const _faults = require("./faults");
const _readings = require("./readings");
const controlPath = '/_emulator';
const maxControlBytes = 1024 * 1024;
/** A request that is not understood; becomes an answer with its status and text. */ let ControlError = class ControlError extends Error {
    constructor(status, message, headers = {}){
        super(message), this.status = status, this.headers = headers;
    }
};
/** The endpoints by name, and what each method of each does. Every answer is the state after it. */ const endpoints = new Map([
    [
        '',
        {
            GET: (cloud)=>index(cloud)
        }
    ],
    [
        'calls',
        {
            GET: ({ calls })=>({
                    total: calls.total,
                    byAction: calls.byAction,
                    calls: calls.all()
                }),
            DELETE ({ calls }) {
                calls.clear();
                return {
                    total: 0,
                    byAction: {},
                    calls: []
                };
            }
        }
    ],
    [
        'clock',
        {
            GET: clockOf,
            POST: moveClock
        }
    ],
    [
        'faults',
        {
            GET: ({ faults })=>({
                    rules: faults.list()
                }),
            POST: addFaults,
            DELETE ({ faults }) {
                faults.clear();
                return {
                    rules: []
                };
            }
        }
    ],
    [
        'readings',
        {
            GET: readingsOf,
            POST (cloud, body) {
                cloud.readings.choose((0, _ReadingChoices.parseReadings)(body()));
                return readingsOf(cloud);
            }
        }
    ],
    [
        'reset',
        {
            POST (cloud) {
                cloud.reset();
                return index(cloud);
            }
        }
    ]
]);
function answerControl({ method, path, body }, cloud) {
    try {
        const methods = endpoints.get(path.slice(controlPath.length).replace(/^\/|\/$/g, ''));
        if (!methods) throw new ControlError(404, `There is no ${path}; GET ${controlPath} lists what there is.`);
        const answer = new Map(Object.entries(methods)).get(method);
        if (!answer) {
            const allow = Object.keys(methods).join(', ');
            throw new ControlError(405, `${path} takes ${allow}, but got ${method}.`, {
                allow
            });
        }
        return controlReply(200, answer(cloud, ()=>parseBody(body)));
    } catch (error) {
        if (error instanceof ControlError) return controlReply(error.status, {
            error: error.message
        }, error.headers);
        if (error instanceof _faults.FaultRuleError || error instanceof _ReadingChoices.ReadingError) {
            return controlReply(400, {
                error: error.message
            });
        }
        cloud.options.onBug(error);
        return controlReply(500, {
            error: _nodehttp.STATUS_CODES[500] ?? ''
        });
    }
}
const forbiddenControl = ()=>controlReply(403, {
        error: 'The control endpoints answer to this machine only, under a loopback name.'
    });
function controlReply(status, body, headers = {}) {
    return {
        status,
        headers: {
            'content-type': 'application/json;charset=utf-8',
            'cache-control': 'no-store',
            ...headers
        },
        body: `${JSON.stringify(body)}\n`,
        delivery: 'whole'
    };
}
function parseBody(body) {
    if (!body) throw new ControlError(413, `The body is larger than ${maxControlBytes} bytes.`);
    const value = (0, _tryParseJson.tryParseJson)(Buffer.from(body).toString('utf8'));
    if (value === undefined) throw new ControlError(400, 'The body must be JSON, and is not.');
    return value;
}
function index(cloud) {
    return {
        world: cloud.world.name,
        quotas: cloud.options.quotas ? 'on' : 'off',
        ...clockOf(cloud),
        endpoints: Object.fromEntries([
            ...endpoints
        ].map(([name, methods])=>[
                name ? `${controlPath}/${name}` : controlPath,
                Object.keys(methods)
            ]))
    };
}
function clockOf({ world }) {
    const epochMs = world.clock.now();
    return {
        now: new Date(epochMs).toISOString(),
        epochMs
    };
}
/** The times that an ECMAScript date can hold. */ const instant = _zod.z.number().int().min(-8.64e15).max(8.64e15);
const move = _zod.z.union([
    _zod.z.strictObject({
        advanceMs: _zod.z.number().int().min(0).max(8.64e15)
    }),
    _zod.z.strictObject({
        now: _zod.z.union([
            instant,
            _zod.z.string()
        ])
    })
]);
function moveClock(cloud, body) {
    const input = body();
    const { data } = move.safeParse(input);
    const { clock } = cloud.world;
    const target = data === undefined ? NaN : 'advanceMs' in data ? clock.now() + data.advanceMs : new Date(data.now).getTime();
    if (Number.isNaN(new Date(target).getTime())) {
        const expected = '{ "advanceMs": <milliseconds, not negative> } or { "now": <ISO 8601 or milliseconds> }';
        throw new ControlError(400, `The clock takes ${expected}, but got ${(0, _shorten.shorten)(JSON.stringify(input), 200)}.`);
    }
    if (data !== undefined && 'advanceMs' in data) clock.advance(data.advanceMs);
    else clock.set(target);
    return clockOf(cloud);
}
/** One rule or a list of rules; all of them or none. */ function addFaults({ faults }, body) {
    const input = body();
    const rules = (Array.isArray(input) ? input : [
        input
    ]).map(_faults.parseFaultRule);
    for (const rule of rules)faults.addParsed(rule);
    return {
        rules: faults.list()
    };
}
function readingsOf(cloud) {
    return {
        readings: cloud.readingsFor(),
        values: _readings.readingValues
    };
}
