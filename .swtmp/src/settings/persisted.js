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
    get persistedRules () {
        return persistedRules;
    },
    get persistedTable () {
        return persistedTable;
    }
});
const _Setting = require("../environment/Setting");
const _formats = require("../environment/formats");
const persistedTable = {
    mode: (0, _Setting.setting)('PERSISTED_OPERATIONS', {
        ...(0, _formats.oneOf)('off', 'auto', 'only'),
        default: 'off',
        description: 'Whether clients may send the hash of an operation in place of its document. With `auto` the gateway keeps what clients have sent (APQ), and knows the manifest. With `only` it refuses every operation that is not in the manifest.'
    }),
    manifest: (0, _Setting.setting)('PERSISTED_OPERATIONS_MANIFEST', {
        ..._formats.text,
        values: 'a path',
        unset: '(none)',
        description: 'File with an Apollo persisted query manifest. `PERSISTED_OPERATIONS=only` needs it.'
    })
};
const persistedRules = ({ mode, manifest })=>{
    if (mode === 'only' && manifest === undefined) {
        return [
            'PERSISTED_OPERATIONS_MANIFEST must be set where PERSISTED_OPERATIONS is only.'
        ];
    }
    if (mode === 'off' && manifest !== undefined) {
        return [
            'PERSISTED_OPERATIONS must be auto or only where PERSISTED_OPERATIONS_MANIFEST is set.'
        ];
    }
    return [];
};
