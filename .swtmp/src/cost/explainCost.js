"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "explainCost", {
    enumerable: true,
    get: function() {
        return explainCost;
    }
});
/** How many fields are named as the most expensive. */ const namedFields = 5;
const explainCost = (tally, caused)=>{
    const operations = new Map();
    const fields = new Map();
    const rest = new Map(caused.map(({ group })=>[
            group,
            tally.callsOf(group)
        ]));
    const loaded = new Map();
    const count = ({ field, operation: { product, action }, accountId }, calls)=>{
        if (calls === 0) return;
        const row = {
            product: product.code,
            action,
            ...accountId === undefined ? {} : {
                accountId
            }
        };
        const key = JSON.stringify(row);
        operations.set(key, {
            ...row,
            calls: (operations.get(key)?.calls ?? 0) + calls
        });
        if (field !== '') fields.set(field, {
            field,
            calls: (fields.get(field)?.calls ?? 0) + calls
        });
    };
    for (const one of caused){
        const { group, keys, calls } = one;
        const sources = loaded.get(group) ?? new Set();
        loaded.set(group, sources);
        const left = rest.get(group) ?? 0;
        const counted = sources.has(keys.source) ? 0 : Math.min(left, calls * keys.count);
        sources.add(keys.source);
        rest.set(group, left - counted);
        count(one, counted);
    }
    // What is left of a group are pages of the list that may be read besides.
    for (const one of caused){
        count(one, rest.get(one.group) ?? 0);
        rest.set(one.group, 0);
    }
    return {
        calls: mostExpensiveFirst(operations),
        mostExpensiveFields: mostExpensiveFirst(fields).slice(0, namedFields)
    };
};
const mostExpensiveFirst = (rows)=>[
        ...rows.values()
    ].sort((one, other)=>other.calls - one.calls);
