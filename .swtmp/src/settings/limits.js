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
    get defaultLimits () {
        return defaultLimits;
    },
    get limitsTable () {
        return limitsTable;
    },
    get settingOfLimit () {
        return settingOfLimit;
    }
});
const _Setting = require("../environment/Setting");
const _formats = require("../environment/formats");
const _readSettings = require("../environment/readSettings");
const upTo = (most, byDefault)=>({
        ...(0, _formats.whole)(1, most),
        default: byDefault
    });
const limitsTable = {
    tokens: (0, _Setting.setting)('MAX_DOCUMENT_TOKENS', {
        ...upTo(100_000, 4000),
        description: 'Maximum number of tokens of a document.'
    }),
    depth: (0, _Setting.setting)('MAX_DOCUMENT_DEPTH', {
        ...upTo(100, 14),
        description: 'Maximum number of levels of fields of a document. Below `__schema` and `__type` they do not count.'
    }),
    aliases: (0, _Setting.setting)('MAX_ALIASES', {
        ...upTo(10_000, 60),
        description: 'Maximum number of aliases of a document. Those of a fragment count wherever it is spread.'
    }),
    rootFields: (0, _Setting.setting)('MAX_ROOT_FIELDS', {
        ...upTo(10_000, 30),
        description: 'Maximum number of root fields of a document, in all its operations.'
    }),
    directives: (0, _Setting.setting)('MAX_DIRECTIVES', {
        ...upTo(10_000, 20),
        description: 'Maximum number of directives of a document.'
    }),
    selections: (0, _Setting.setting)('MAX_SELECTIONS', {
        ...upTo(1_000_000, 3000),
        description: 'Maximum number of selections of a document. Those of a fragment count wherever it is spread.'
    }),
    comparisons: (0, _Setting.setting)('MAX_FIELD_COMPARISONS', {
        ...upTo(500_000, 10_000),
        description: 'Maximum number of pairs of selections with the same response name, and of fragments that are spread side by side. Validation compares each pair.'
    }),
    variableDepth: (0, _Setting.setting)('MAX_VARIABLE_DEPTH', {
        ...upTo(90, 10),
        description: 'Maximum number of levels of lists and objects in a variable.'
    }),
    variableValues: (0, _Setting.setting)('MAX_VARIABLE_VALUES', {
        ...upTo(50_000, 5000),
        description: 'Maximum number of items of lists and fields of objects in all variables of a request.'
    }),
    answerBytes: (0, _Setting.setting)('MAX_ANSWER_BYTES', {
        ...(0, _formats.whole)(1000, 100_000_000),
        default: 10_000_000,
        description: 'Maximum size of an answer, in bytes. The gateway stops a query that reaches it, and returns an error without data.'
    })
};
const defaultLimits = (0, _readSettings.defaultsOf)(limitsTable);
const settingOfLimit = (limit)=>limitsTable[limit].name;
