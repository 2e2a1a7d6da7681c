"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "NodeResolver", {
    enumerable: true,
    get: function() {
        return NodeResolver;
    }
});
const _typegraphql = require("type-graphql");
const _costs = require("../../schema/costs");
const _Node = require("../../schema/relay/Node");
const _globalId = require("../../schema/relay/globalId");
const _UserError = require("../../src/errors/UserError");
const _references = require("../references");
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
function _ts_param(paramIndex, decorator) {
    return function(target, key) {
        decorator(target, key, paramIndex);
    };
}
/** The most IDs that `nodes` takes at once. */ const maxIds = 100;
const readId = (id)=>{
    const parsed = typeof id === 'string' ? (0, _globalId.readGlobalId)(id) : undefined;
    return parsed && (0, _references.namedObject)(parsed.typeName, parsed.key);
};
const keysIn = (argument)=>({
        argument,
        read: readId,
        most: Object.values(_references.nodes).map(({ loads })=>loads).reduce((most, loads)=>(0, _costs.countCalls)(loads) > (0, _costs.countCalls)(most) ? loads : most)
    });
let NodeResolver = class NodeResolver {
    node(id, context) {
        return findNode(id, context, [
            'id'
        ]);
    }
    nodes(ids, context) {
        if (ids.length > maxIds) {
            throw (0, _UserError.badInput)([
                'ids'
            ], {
                en: `at most ${maxIds} IDs`,
                zh: `最多 ${maxIds} 个 ID`
            }, ids.length);
        }
        // Promises as items: one that fails is null alone.
        return ids.map((id, index)=>findNode(id, context, [
                'ids',
                String(index)
            ]));
    }
};
_ts_decorate([
    (0, _typegraphql.Query)(()=>_Node.Node, {
        nullable: true,
        description: 'The object with this global ID. Null if there is none.'
    }),
    (0, _costs.Costs)({
        keys: keysIn('id')
    }),
    _ts_param(0, (0, _typegraphql.Arg)('id', ()=>_typegraphql.ID, {
        description: 'An ID that an `id` field of this API returned.'
    })),
    _ts_param(1, (0, _typegraphql.Ctx)())
], NodeResolver.prototype, "node", null);
_ts_decorate([
    (0, _typegraphql.Query)(()=>[
            _Node.Node
        ], {
        nullable: 'itemsAndList',
        description: 'The objects with these global IDs, in the same order. An ID without an object is null. The whole list is null for more than 100 IDs.'
    }),
    (0, _costs.Costs)({
        keys: keysIn('ids'),
        size: maxIds
    }),
    _ts_param(0, (0, _typegraphql.Arg)('ids', ()=>[
            _typegraphql.ID
        ], {
        description: 'IDs that `id` fields of this API returned, at most 100.'
    })),
    _ts_param(1, (0, _typegraphql.Ctx)())
], NodeResolver.prototype, "nodes", null);
NodeResolver = _ts_decorate([
    (0, _typegraphql.Resolver)(()=>_Node.Node)
], NodeResolver);
const findNode = async (id, context, field)=>{
    const named = (0, _globalId.readGlobalId)(id);
    const reference = named && referenceOf(named);
    if (named === undefined || reference === undefined) {
        throw (0, _UserError.badInput)(field, {
            en: 'an ID that an `id` field of this API returned',
            zh: '本 API 的 `id` 字段返回的 ID'
        }, id);
    }
    const fieldOf = ()=>field;
    return (0, _references.findByKey)(reference, (0, _references.parseKey)(reference, named.key, fieldOf), fieldOf, context);
};
/** How the object that an ID names is found; undefined if no type has such a key. */ const referenceOf = ({ typeName, key })=>{
    const reference = Object.hasOwn(_references.nodes, typeName) ? _references.nodes[typeName] : undefined;
    return reference?.keyFields.length === key.length ? reference : undefined;
};
