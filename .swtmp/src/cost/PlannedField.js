"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "planFields", {
    enumerable: true,
    get: function() {
        return planFields;
    }
});
const _graphql = require("graphql");
const _costs = require("../../schema/costs");
const _keyFields = require("./keyFields");
const _selections = require("./selections");
const planFields = (type, parents, around, path = [], nextId = counter())=>{
    const planned = [];
    for (const [name, occurrences] of (0, _selections.collectFields)(type, parents, around)){
        const field = type.getFields()[occurrences[0]?.node.name.value ?? ''];
        if (field === undefined) continue;
        const one = planField(type, field, occurrences, around, [
            ...path,
            name
        ], nextId);
        if (one !== undefined) planned.push(one);
    }
    return planned;
};
const planField = (parent, field, occurrences, around, path, nextId)=>{
    const costs = (0, _costs.costsOf)(field);
    const type = (0, _graphql.getNamedType)(field.type);
    const parents = occurrences.flatMap(({ node, condition })=>node.selectionSet === undefined ? [] : [
            {
                selections: node.selectionSet.selections,
                condition
            }
        ]);
    const id = nextId();
    const below = new Map();
    if ((0, _graphql.isObjectType)(type)) below.set('*', planFields(type, parents, around, path, nextId));
    if ((0, _graphql.isAbstractType)(type)) {
        for (const possible of around.schema.getPossibleTypes(type)){
            below.set(possible.name, planFields(possible, parents, around, path, nextId));
        }
    }
    if (costs === undefined && [
        ...below.values()
    ].every((fields)=>fields.length === 0)) return undefined;
    const objectType = (0, _graphql.isObjectType)(type) ? itemTypeOf(type) : undefined;
    return {
        id,
        path: path.join('.'),
        name: `${parent.name}.${field.name}`,
        costs,
        objectType: objectType?.name ?? type.name,
        isKeyedByAccount: objectType !== undefined && isKeyedByAccount(objectType),
        conditions: anyOf(occurrences.map(({ condition })=>condition)),
        detailConditions: costs?.details === undefined || !(0, _graphql.isObjectType)(type) ? [] : anyOf(detailsIn(type, parents, around)),
        countConditions: (0, _graphql.isObjectType)(type) ? countsIn(type, parents, around) : [],
        defaultSize: sizeByDefault(field),
        keyArgument: field.args.find(({ type: given })=>given.toString().endsWith('!'))?.name,
        argumentsFor: argumentsOf(field, occurrences),
        below
    };
};
const counter = ()=>{
    let last = 0;
    return ()=>last += 1;
};
/** Undefined if one of them always holds. */ const anyOf = (conditions)=>conditions.some((condition)=>condition.length === 0) ? undefined : conditions;
/** The type of the items on a page; any other type itself. */ const itemTypeOf = (type)=>{
    const { nodes } = type.getFields();
    const item = nodes && (0, _graphql.getNamedType)(nodes.type);
    return (0, _graphql.isObjectType)(item) ? item : type;
};
/**
 * Where more is selected of the objects with a key than their keys: then something has to load them. Looks at the object
 * itself, or through a page down to its items. A field that loads something itself finds it by the key.
 */ const detailsIn = (type, parents, around)=>{
    const keys = (0, _keyFields.keyFieldsOf)(type);
    const found = [];
    for (const occurrences of (0, _selections.collectFields)(type, parents, around).values()){
        const field = type.getFields()[occurrences[0]?.node.name.value ?? ''];
        if (field === undefined) continue;
        if (keys !== undefined) {
            const costs = (0, _costs.costsOf)(field);
            const isLoaded = costs?.loads !== undefined || costs?.page !== undefined;
            if (!keys.has(field.name) && !isLoaded) found.push(...occurrences.map(({ condition })=>condition));
            continue;
        }
        const below = (0, _graphql.getNamedType)(field.type);
        if (!(0, _graphql.isObjectType)(below)) continue;
        const sets = occurrences.flatMap(({ node, condition })=>node.selectionSet === undefined ? [] : [
                {
                    selections: node.selectionSet.selections,
                    condition
                }
            ]);
        found.push(...detailsIn(below, sets, around));
    }
    return found;
};
const countsIn = (type, parents, around)=>[
        ...(0, _selections.collectFields)(type, parents, around).values()
    ].flat().filter(({ node })=>node.name.value === 'totalCount').map(({ condition })=>condition);
/** By its federation key; an object without one may still be of one account. */ const isKeyedByAccount = (type)=>{
    const keys = (0, _keyFields.keyFieldsOf)(type);
    return 'accountId' in type.getFields() && (keys === undefined || [
        ...keys
    ].join() === 'id,accountId');
};
const sizeByDefault = ({ args })=>{
    const first = args.find(({ name })=>name === 'first');
    return first && Number(first.defaultValue);
};
const argumentsOf = (field, [occurrence])=>{
    const node = occurrence?.node;
    if (node === undefined || field.args.length === 0) return ()=>noArguments;
    const read = (variables, problems)=>{
        try {
            return (0, _graphql.getArgumentValues)(field, node, variables);
        } catch (error) {
            if (!(error instanceof _graphql.GraphQLError)) throw error;
            problems.push(error);
            return undefined;
        }
    };
    if (node.arguments?.some(({ value })=>hasVariable(value)) === true) return read;
    const problems = [];
    const constant = read({}, problems);
    return (_variables, found)=>{
        found.push(...problems);
        return constant;
    };
};
const noArguments = {};
const hasVariable = (value)=>{
    if (value.kind === _graphql.Kind.VARIABLE) return true;
    if (value.kind === _graphql.Kind.LIST) return value.values.some(hasVariable);
    return value.kind === _graphql.Kind.OBJECT && value.fields.some((member)=>hasVariable(member.value));
};
