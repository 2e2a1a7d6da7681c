"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "FieldFinder", {
    enumerable: true,
    get: function() {
        return FieldFinder;
    }
});
const isPresent = (value)=>value !== undefined && value !== null;
let FieldFinder = class FieldFinder {
    constructor(object){
        this.object = object;
    }
    find(name, aliases = []) {
        const value = this.exactly(name);
        if (value !== undefined) return value;
        for (const alias of aliases){
            const other = this.exactly(alias);
            if (other !== undefined) return other;
        }
        for (const spelling of [
            name,
            ...aliases
        ]){
            const other = this.loosely(spelling);
            if (other !== undefined) return other;
        }
        return undefined;
    }
    exactly(name) {
        return Object.hasOwn(this.object, name) ? this.object[name] ?? undefined : undefined;
    }
    loosely(name) {
        this.byLowerCase ??= new Map(Object.entries(this.object).filter(([, value])=>isPresent(value)).map(([key, value])=>[
                key.toLowerCase(),
                value
            ]));
        return this.byLowerCase.get(name.toLowerCase());
    }
};
