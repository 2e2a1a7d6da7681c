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
    get readAll () {
        return readAll;
    },
    get readWholeList () {
        return readWholeList;
    }
});
const _Landmarks = require("./Landmarks");
const _LostToken = require("./LostToken");
const _TokenTrail = require("./TokenTrail");
const _pageSize = require("./pageSize");
/** With so many pages in a row that bring nothing new, a list has no end. */ const maxFruitlessPages = 500;
async function* readWholeList(list, fetch) {
    try {
        yield* readChain(list, fetch, false);
    } catch (error) {
        if (!(error instanceof _LostToken.LostToken)) throw error;
        yield* readChain(list, fetch, true);
    }
}
const readAll = async (list, fetch)=>{
    const records = new Map();
    try {
        for await (const page of readWholeList(list, fetch))for (const record of page)records.set(list.keyOf(record), record);
    } catch (error) {
        throw error instanceof _LostToken.LostToken ? error.reason : error;
    }
    return records;
};
async function* readChain({ operation, keyOf, pageSize = _pageSize.maxPageSize }, fetch, fresh) {
    const marks = new Set();
    const landmarks = new _Landmarks.Landmarks();
    let trail = {
        pages: 0
    };
    let fruitless = 0;
    let token;
    for(;;){
        const request = {
            MaxResults: pageSize,
            ...token !== undefined && {
                NextToken: token
            },
            ...fresh && {
                fresh
            }
        };
        const page = await (0, _LostToken.orLost)(token, fetch(request));
        if (page instanceof _LostToken.LostToken) throw page;
        // Nothing of it goes into a cursor: the keys themselves do.
        const fingerprints = page.records.map(keyOf);
        const mark = (0, _TokenTrail.markOf)(token, fingerprints);
        if (marks.has(mark) || (0, _TokenTrail.leadsBack)(trail, {
            token,
            mark,
            fingerprints
        }, landmarks)) {
            throw _LostToken.LostToken.inCircle(operation);
        }
        yield page.records;
        const isNew = fingerprints.map((fingerprint)=>landmarks.pass(fingerprint)).includes(true);
        fruitless = isNew ? 0 : fruitless + 1;
        const { nextToken } = page;
        if (nextToken === undefined || nextToken === '') return;
        if (nextToken === token || fruitless > maxFruitlessPages) throw _LostToken.LostToken.inCircle(operation);
        marks.add(mark);
        trail = (0, _TokenTrail.passPage)(trail, {
            mark,
            fingerprints
        });
        token = nextToken;
    }
}
