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
    get gapsBeforeScan () {
        return gapsBeforeScan;
    },
    get noGaps () {
        return noGaps;
    },
    get toRecorderEntry () {
        return toRecorderEntry;
    },
    get withGaps () {
        return withGaps;
    }
});
const _WorldDefinition = require("../world/WorldDefinition");
const _supportedResourceTypes = require("./supportedResourceTypes");
const noGaps = new Map();
const gapsBeforeScan = (scannedAt)=>new Map(_supportedResourceTypes.supportedResourceTypes.map((type)=>[
            type,
            [
                {
                    from: -Infinity,
                    to: scannedAt
                }
            ]
        ]));
function toRecorderEntry({ recorder }) {
    if (!recorder) return undefined;
    const { status, since, resourceTypes = _supportedResourceTypes.supportedResourceTypes } = recorder;
    const gaps = recorder.resourceTypes ? withGaps(noGaps, _supportedResourceTypes.supportedResourceTypes, resourceTypes, -Infinity, 0) : noGaps;
    return {
        recorder: {
            status,
            since: (0, _WorldDefinition.toEpochMs)(since)
        },
        resourceTypes,
        gaps
    };
}
function withGaps(gaps, before, after, from, to) {
    const next = new Map(gaps);
    for (const type of before){
        if (!after.includes(type)) next.set(type, [
            ...next.get(type) ?? [],
            {
                from,
                to: Infinity
            }
        ]);
    }
    for (const type of after){
        const open = (next.get(type) ?? []).at(-1);
        if (open?.to === Infinity) next.set(type, [
            ...(next.get(type) ?? []).slice(0, -1),
            {
                ...open,
                to
            }
        ]);
    }
    return next;
}
