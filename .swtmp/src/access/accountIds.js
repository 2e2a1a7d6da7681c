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
    get accountsIn () {
        return accountsIn;
    },
    get isAll () {
        return isAll;
    },
    get readAccounts () {
        return readAccounts;
    }
});
const isAll = (text)=>text === '*';
const accountsIn = (values)=>{
    const ids = values.filter((value)=>typeof value === 'string' && /^\d{1,20}$/.test(value));
    return new Set(ids);
};
const readAccounts = (claim)=>{
    const values = [
        claim
    ].flat().flatMap((value)=>typeof value === 'string' ? value.split(/[\s,]+/) : []);
    return values.some(isAll) ? 'all' : accountsIn(values);
};
