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
    get namedKeys () {
        return namedKeys;
    },
    get ownId () {
        return ownId;
    },
    get ownKey () {
        return ownKey;
    },
    get root () {
        return root;
    }
});
const namedKeys = (named)=>({
        source: JSON.stringify(named),
        count: named.length,
        named
    });
const ownId = 'own';
const ownKey = namedKeys([
    ownId
]);
const root = {
    self: namedKeys([
        ''
    ]),
    isOwn: false,
    moments: 1
};
