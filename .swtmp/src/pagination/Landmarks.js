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
    get Landmarks () {
        return Landmarks;
    },
    get fingerprintOf () {
        return fingerprintOf;
    },
    get maxLandmarks () {
        return maxLandmarks;
    }
});
const _nodecrypto = require("node:crypto");
const maxLandmarks = 5;
const fingerprintOf = (key)=>(0, _nodecrypto.createHash)('sha256').update(key).digest('base64url').slice(0, 8);
let Landmarks = class Landmarks {
    /** @param last fingerprints of the records passed last, the newest at the end. */ constructor(last = []){
        this.recent = last;
        this.passed = new Set(last);
    }
    /** Fingerprints of the records passed last, the newest at the end. */ get last() {
        return this.recent;
    }
    has(fingerprint) {
        return this.passed.has(fingerprint);
    }
    /** Notes a record as passed. False if it was passed before: the upstream repeats it. */ pass(fingerprint) {
        if (this.passed.has(fingerprint)) return false;
        this.passed.add(fingerprint);
        this.recent = [
            ...this.recent,
            fingerprint
        ].slice(-maxLandmarks);
        return true;
    }
    /** Where `fingerprints` go on behind the newest record that was passed; undefined if none of the last is there. */ endIn(fingerprints) {
        for (const landmark of [
            ...this.recent
        ].reverse()){
            const index = fingerprints.lastIndexOf(landmark);
            if (index >= 0) return index + 1;
        }
        return undefined;
    }
    /**
   * Where to go on if none of the last records is left, and `count` records were before: those that are named are gone,
   * and what followed them has moved up.
   */ endWithout(count) {
        return Math.max(0, count - this.recent.length);
    }
};
