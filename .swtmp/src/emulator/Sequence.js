/** Things in order that need not all exist at once: an array is one, and so is what is computed from its position. */ "use strict";
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
    get concat () {
        return concat;
    },
    get each () {
        return each;
    },
    get mapped () {
        return mapped;
    },
    get pageOf () {
        return pageOf;
    },
    get pageOfMatching () {
        return pageOfMatching;
    },
    get slice () {
        return slice;
    }
});
function concat(first, second) {
    return {
        length: first.length + second.length,
        at: (index)=>index < first.length ? first.at(index) : second.at(index - first.length)
    };
}
function mapped(items, map) {
    return {
        length: items.length,
        at (index) {
            const item = items.at(index);
            return item === undefined ? undefined : map(item);
        }
    };
}
function slice(items, from, count) {
    const picked = [];
    for(let index = from; index < Math.min(items.length, from + count); index++){
        const item = items.at(index);
        if (item !== undefined) picked.push(item);
    }
    return picked;
}
function* each(items) {
    for(let index = 0; index < items.length; index++){
        const item = items.at(index);
        if (item !== undefined) yield item;
    }
}
const pageOf = (items, number, size)=>({
        items: slice(items, (number - 1) * size, size),
        total: items.length
    });
function pageOfMatching(items, number, size) {
    const from = (number - 1) * size;
    const picked = [];
    let total = 0;
    for (const item of items){
        if (total >= from && picked.length < size) picked.push(item);
        total++;
    }
    return {
        items: picked,
        total
    };
}
