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
    get TokenTrail () {
        return TokenTrail;
    },
    get leadsBack () {
        return leadsBack;
    },
    get markOf () {
        return markOf;
    },
    get passPage () {
        return passPage;
    }
});
const _zod = require("zod");
const _Landmarks = require("./Landmarks");
const TokenTrail = _zod.z.object({
    /** How many pages lie before. */ pages: _zod.z.int().min(0),
    /** What stands for the page whose number was the last power of two: a walk in a circle meets one of these again. */ mark: _zod.z.string().optional(),
    /** Fingerprints of the first records of the list: a token that is read as none leads to them. */ head: _zod.z.array(_zod.z.string()).readonly().optional()
});
/** How many records of the list's beginning are noted: some of them are still there if others went away. */ const headLength = 3;
const markOf = (token, fingerprints)=>(0, _Landmarks.fingerprintOf)(fingerprints.length > 0 ? fingerprints.join() : `token ${token ?? ''}`);
const leadsBack = ({ mark, head = [] }, page, { last })=>page.token !== undefined && (page.mark === mark || head.some((first)=>page.fingerprints.includes(first) && !last.includes(first)));
const passPage = ({ pages, mark, head }, page)=>{
    const passed = pages + 1;
    const isPowerOfTwo = (passed & pages) === 0;
    const { fingerprints } = page;
    return {
        pages: passed,
        mark: isPowerOfTwo ? page.mark : mark,
        head: head ?? (fingerprints.length > 0 ? fingerprints.slice(0, headLength) : undefined)
    };
};
