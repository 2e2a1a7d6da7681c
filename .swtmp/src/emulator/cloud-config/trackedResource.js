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
    get isRecording () {
        return isRecording;
    },
    get recordedHistory () {
        return recordedHistory;
    },
    get statusOf () {
        return statusOf;
    },
    get trackedResource () {
        return trackedResource;
    }
});
const _RecordedHistory = require("./RecordedHistory");
const _Timeline = require("./Timeline");
function recordedHistory(history, { recorders }) {
    const gaps = recorders.gaps(history.resource.accountId, history.resource.resourceType);
    return gaps.length === 0 ? history : new _RecordedHistory.RecordedHistory(history, gaps);
}
function isRecording({ recorders, clock }, accountId, resourceType) {
    const now = clock.now();
    const gaps = recorders.recording(accountId);
    return gaps !== undefined && !gaps.get(resourceType)?.some(({ from, to })=>from <= now && now < to);
}
function trackedResource(history, world) {
    const { resource } = history;
    if (!isRecording(world, resource.accountId, resource.resourceType)) return undefined;
    const { to: count } = history.between(-Infinity, world.clock.now());
    const isWithoutHistory = history.length === 0 && resource.foundAs === undefined;
    if (count === 0 && !isWithoutHistory) return undefined;
    const [last] = history.slice(count - 1, count);
    const deleted = last?.type === 'REMOVE';
    return {
        history,
        deleted,
        resourceName: last?.resourceName ?? resource.resourceName,
        tags: last?.tags ?? (0, _Timeline.textOf)(resource.tags) ?? '{}',
        updatedAt: last?.capturedAt ?? Date.parse(resource.createTime ?? '1970-01-01'),
        version: Math.max(1, count),
        configuration: ()=>history.configurationAfter(deleted ? count - 1 : count)
    };
}
function statusOf(configuration) {
    for (const [name, value] of configuration){
        if (name.endsWith('Status') && typeof value === 'string') return value;
    }
    return '';
}
