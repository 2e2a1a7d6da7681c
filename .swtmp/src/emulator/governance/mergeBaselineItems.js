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
    get mergeBaselineItems () {
        return mergeBaselineItems;
    },
    get toBaselineItem () {
        return toBaselineItem;
    }
});
const toBaselineItem = ({ name, version, config, skip })=>({
        name,
        version,
        config: typeof config === 'string' ? config : JSON.stringify(config ?? {}),
        skip
    });
function mergeBaselineItems(baseline, overlay) {
    const byName = new Map([
        ...baseline,
        ...overlay
    ].map((item)=>[
            item.name,
            item
        ]));
    return [
        ...byName.values()
    ];
}
