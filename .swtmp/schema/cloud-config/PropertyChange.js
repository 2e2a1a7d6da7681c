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
    get PropertyChange () {
        return PropertyChange;
    },
    get PropertyChangeKind () {
        return PropertyChangeKind;
    }
});
const _typegraphql = require("type-graphql");
const _enumValue = require("../enumValue");
const _scalars = require("../scalars");
function _ts_decorate(decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") {
        r = Reflect.decorate(decorators, target, key, desc);
    } else {
        for(var i = decorators.length - 1; i >= 0; i--){
            if (d = decorators[i]) {
                r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
            }
        }
    }
    return c > 3 && r && Object.defineProperty(target, key, r), r;
}
const PropertyChangeKind = (0, _enumValue.defineEnum)('PropertyChangeKind', 'What happened to a property.', {
    ADDED: 'The property did not exist before: `before` is null.',
    REMOVED: 'The property no longer exists: `after` is null.',
    REPLACED: 'The value of the property was replaced.'
});
let PropertyChange = class PropertyChange {
};
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        description: 'The name of the property, as the upstream spells it.'
    })
], PropertyChange.prototype, "path", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>PropertyChangeKind, {
        description: 'What happened to the property.'
    })
], PropertyChange.prototype, "kind", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>_scalars.JSONValue, {
        nullable: true,
        description: 'The value before the change. Null if the property did not exist. Integers beyond 2^53 are returned as strings.'
    })
], PropertyChange.prototype, "before", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>_scalars.JSONValue, {
        nullable: true,
        description: 'The value after the change. Null if the property no longer exists. Integers beyond 2^53 are returned as strings.'
    })
], PropertyChange.prototype, "after", void 0);
PropertyChange = _ts_decorate([
    (0, _typegraphql.ObjectType)({
        simpleResolvers: true,
        description: 'What happened to one property of a configuration.'
    })
], PropertyChange);
