"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "findResources", {
    enumerable: true,
    get: function() {
        return findResources;
    }
});
const _Sequence = require("../Sequence");
const _History = require("./History");
const _trackedResource = require("./trackedResource");
function findResources(accountIds, filter, world) {
    const parts = [];
    const ends = [];
    let length = 0;
    for (const accountId of accountIds){
        const part = findInAccount(accountId, filter, world);
        if (part.length === 0) continue;
        length += part.length;
        parts.push(part);
        ends.push(length);
    }
    return {
        length,
        at (index) {
            const position = (0, _History.firstAtOrAfter)(parts.length, (part)=>ends[part] ?? Infinity, index + 1);
            return parts[position]?.at(index - (ends[position - 1] ?? 0));
        },
        countBy: (dimension)=>sumOf(parts.map((part)=>part.countBy(dimension)))
    };
}
function findInAccount(accountId, filter, world) {
    const { timelines, recorders, clock } = world;
    const { resourceId } = filter;
    const now = clock.now();
    const gaps = recorders.recording(accountId);
    if (!gaps) return nothing;
    const outlines = timelines.outlines(accountId, filter.deleted);
    const isOutlined = outlines && now >= outlines.settledAt && resourceId === undefined && isUnchanging(gaps, now);
    if (!isOutlined) {
        const histories = resourceId === undefined ? timelines.of(accountId) : timelines.named(accountId, resourceId);
        return held(matching(histories, filter, world));
    }
    const own = held(matching(timelines.held(accountId), filter, world));
    const { types, excludedTypes, regions, resourceName, updated } = filter;
    const isNarrowed = gaps.size > 0 || [
        types,
        excludedTypes,
        regions,
        resourceName,
        updated
    ].some(isGiven);
    const matches = (outline)=>!gaps.has(outline.resourceType) && isOf(filter, outline.resourceType, outline.region) && (resourceName === undefined || outline.resourceName() === resourceName) && (updated === undefined || isWithin(updated, outline.updatedAt()));
    const generated = outlined(isNarrowed ? [
        ...(0, _Sequence.each)(outlines.all)
    ].filter(matches) : outlines.all, world);
    if (own.length === 0) return generated;
    return {
        ...(0, _Sequence.concat)(own, generated),
        countBy: (dimension)=>sumOf([
                own.countBy(dimension),
                generated.countBy(dimension)
            ])
    };
}
const isGiven = (value)=>value !== undefined;
/** Whether every type is recorded since ever, or not at all now: its histories then are whole, or not to be seen. */ const isUnchanging = (gaps, now)=>[
        ...gaps.values()
    ].flat().every(({ from, to })=>from <= now && to === Infinity);
const isOf = ({ types, excludedTypes, regions }, resourceType, region)=>(types?.includes(resourceType) ?? true) && !excludedTypes?.includes(resourceType) && (regions?.includes(region) ?? true);
const isWithin = ({ from, to }, time)=>from <= time && time <= to;
function matching(histories, filter, world) {
    const { resourceName, updated, deleted } = filter;
    const found = [];
    for (const history of histories){
        const { resource } = history;
        if (!isOf(filter, resource.resourceType, resource.region)) continue;
        const tracked = (0, _trackedResource.trackedResource)((0, _trackedResource.recordedHistory)(history, world), world);
        if (tracked?.deleted !== deleted || (resourceName ?? tracked.resourceName) !== tracked.resourceName) continue;
        if (updated && !isWithin(updated, tracked.updatedAt)) continue;
        found.push(tracked);
    }
    return found;
}
const held = (resources)=>({
        length: resources.length,
        at: (index)=>resources[index],
        countBy: (dimension)=>countOf(resources, ({ history })=>history.resource[dimension])
    });
const nothing = held([]);
const outlined = (outlines, world)=>({
        ...(0, _Sequence.mapped)(outlines, (outline)=>{
            const tracked = (0, _trackedResource.trackedResource)((0, _trackedResource.recordedHistory)(outline.history(), world), world);
            if (!tracked) throw new Error('An outline tells of a resource that is not tracked.');
            return tracked;
        }),
        countBy: (dimension)=>countOf((0, _Sequence.each)(outlines), (outline)=>outline[dimension])
    });
function countOf(items, groupOf) {
    const counts = new Map();
    for (const item of items){
        const group = groupOf(item);
        counts.set(group, (counts.get(group) ?? 0) + 1);
    }
    return counts;
}
function sumOf(parts) {
    const sum = new Map();
    for (const part of parts)for (const [group, count] of part)sum.set(group, (sum.get(group) ?? 0) + count);
    return sum;
}
