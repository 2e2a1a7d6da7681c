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
    get createMix () {
        return createMix;
    },
    get createScatter () {
        return createScatter;
    },
    get pick () {
        return pick;
    }
});
const _nodecrypto = require("node:crypto");
function createMix(seed) {
    const start = (0, _nodecrypto.createHash)('sha256').update(seed).digest().readUInt32BE();
    return (...numbers)=>{
        let state = start;
        for (const number of numbers){
            state = Math.imul(state ^ number, 0x9e3779b1);
            state = Math.imul(state ^ state >>> 15, 0x85ebca6b);
            state ^= state >>> 13;
        }
        return state >>> 0;
    };
}
function pick(values, number) {
    return values[number % values.length] ?? values[0];
}
/** A prime: multiplication by anything but 0 then goes through every number below it once. */ const prime = 899_999_999_999_983n;
function createScatter(seed) {
    const digest = (0, _nodecrypto.createHash)('sha256').update(seed).digest();
    const factor = digest.readBigUInt64BE(0) % (prime - 1n) + 1n;
    const shift = digest.readBigUInt64BE(8) % prime;
    const inverse = power(factor, prime - 2n);
    return {
        to: (index)=>(factor * BigInt(index) + shift) % prime,
        from: (scattered)=>scattered < prime ? Number((scattered - shift + prime) * inverse % prime) : Infinity
    };
}
/** By Fermat, the power `prime - 2` is the inverse. */ function power(base, exponent) {
    let result = 1n;
    let square = base;
    for(let rest = exponent; rest > 0n; rest >>= 1n){
        if (rest & 1n) result = result * square % prime;
        square = square * square % prime;
    }
    return result;
}
