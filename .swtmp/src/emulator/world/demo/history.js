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
    get makeHistory () {
        return makeHistory;
    },
    get spread () {
        return spread;
    }
});
function makeHistory({ kind, times, removed = false, random }) {
    const current = new Map(Object.entries(kind.properties).map(([name, [first]])=>[
            name,
            first
        ]));
    const names = [
        ...current.keys()
    ];
    return times.map((time, index)=>{
        const at = new Date(time).toISOString();
        if (index === 0) {
            return {
                at,
                type: 'DISCOVERED',
                diff: Object.fromEntries([
                    ...current
                ].map(([name, value])=>[
                        name,
                        [
                            null,
                            value
                        ]
                    ]))
            };
        }
        if (removed && index === times.length - 1) {
            return {
                at,
                type: 'REMOVE',
                diff: Object.fromEntries([
                    ...current
                ].map(([name, value])=>[
                        name,
                        [
                            value,
                            null
                        ]
                    ]))
            };
        }
        const diff = {};
        const size = 1 + Math.floor(random() * 3);
        for(let picked = 0; picked < size; picked++){
            const name = names[Math.floor(random() * names.length)] ?? '';
            if (name in diff) continue;
            const before = current.get(name);
            const others = (kind.properties[name] ?? []).filter((value)=>value !== before);
            const after = others[Math.floor(random() * others.length)];
            diff[name] = [
                before,
                after
            ];
            current.set(name, after);
        }
        return {
            at,
            type: 'MODIFY',
            diff
        };
    });
}
function spread(count, from, to, random) {
    const step = (to - from) / count;
    return Array.from({
        length: count
    }, (_, index)=>{
        const time = from + step * (index + 0.1 + 0.8 * random());
        return time - time % 600_000 + Math.floor(random() * 60_000);
    });
}
