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
    get AccountJoinMethod () {
        return AccountJoinMethod;
    },
    get parseJoinMethod () {
        return parseJoinMethod;
    }
});
const _enumValue = require("../enumValue");
const AccountJoinMethod = (0, _enumValue.defineEnum)('AccountJoinMethod', 'How a member joined the resource directory.', {
    INVITED: 'The account existed before and was invited.',
    CREATED: 'The account was created in the directory.',
    UNKNOWN: (0, _enumValue.unknownBeside)('rawJoinMethod')
});
const names = {
    invited: 'INVITED',
    created: 'CREATED'
};
const parseJoinMethod = (raw)=>(0, _enumValue.enumValue)(names, raw);
