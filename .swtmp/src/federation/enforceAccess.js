"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "enforceAccess", {
    enumerable: true,
    get: function() {
        return enforceAccess;
    }
});
const _graphql = require("graphql");
const _access = require("../../schema/access");
/** Arguments and members of inputs that name an account, which is seen or changed because of them. */ const accountNames = new Set([
    'accountId',
    'payerAccountId'
]);
const enforceAccess = (schema)=>{
    const [query, mutation] = [
        schema.getQueryType(),
        schema.getMutationType()
    ];
    for (const type of Object.values(schema.getTypeMap())){
        if (!(0, _graphql.isObjectType)(type) || type.name.startsWith('__')) continue;
        for (const field of Object.values(type.getFields())){
            if (type === mutation) guard(field, checkOfMutation(field));
            else guard(field, checkOfQuery(field, type === query));
        }
    }
    return schema;
};
/** Which account is meant decides what may be seen. Undefined for a field that needs no check. */ const checkOfQuery = (field, isRoot)=>{
    const paths = pathsOf(field);
    if (!isRoot && paths.length === 0) return undefined;
    const { scope } = (0, _access.accessOf)(field) ?? {
        scope: 'governance:read'
    };
    return ({ access }, args)=>{
        if (isRoot) access.requireScope(scope);
        for (const { accountId, path } of accountsIn(args, paths))access.requireRight(scope, accountId, path);
    };
};
const checkOfMutation = (field)=>{
    const declared = (0, _access.accessOf)(field);
    if (declared === undefined) throw new Error(`Mutation.${field.name} must declare what it requires: see @Requires.`);
    const { scope, also } = declared;
    const paths = pathsOf(field);
    return async ({ access, currentAccountId }, args)=>{
        const needed = [
            scope,
            ...also?.onlyIf(args) === true ? [
                also.scope
            ] : []
        ];
        for (const one of needed)access.requireScope(one);
        const named = accountsIn(args, paths);
        const requireAll = (accountId, path)=>{
            for (const one of needed)access.requireRight(one, accountId, path);
        };
        for (const { accountId, path } of named)requireAll(accountId, path);
        if (!named.some(({ path })=>path.at(-1) === 'accountId')) requireAll(await currentAccountId());
    };
};
/** Checks a field before it is resolved, and what it returns if that has a global ID. */ const guard = (field, check)=>{
    const isResultGuarded = isGuarded(field.type);
    if (check === undefined && !isResultGuarded) return;
    const resolve = field.resolve ?? _graphql.defaultFieldResolver;
    field.resolve = (source, args, context, info)=>{
        const { access } = context;
        if (access.isUnrestricted) return resolve(source, args, context, info);
        const read = ()=>{
            const result = resolve(source, args, context, info);
            if (!isResultGuarded) return result;
            return isPromise(result) ? result.then((value)=>shown(value, access)) : shown(result, access);
        };
        const checked = check?.(context, args);
        return checked === undefined ? read() : checked.then(read);
    };
};
/** Whether what a field returns has a global ID. */ const isGuarded = (type)=>{
    const named = (0, _graphql.getNamedType)(type);
    return (0, _graphql.isInterfaceType)(named) ? named.name === 'Node' : (0, _graphql.isObjectType)(named) && named.getInterfaces().some(({ name })=>name === 'Node');
};
/** The value, if it may be seen. In a list an error stands in place of an item. @throws UserError FORBIDDEN */ const shown = (value, access)=>{
    if (Array.isArray(value)) return value.map((item)=>isPromise(item) ? item.then((one)=>shown(one, access)) : shownItem(item, access));
    if (typeof value !== 'object' || value === null) return value;
    const accountId = ownerOf(value);
    if (accountId === undefined) access.requireScope('governance:read');
    else access.requireRight('governance:read', accountId);
    return value;
};
const shownItem = (item, access)=>{
    try {
        return shown(item, access);
    } catch (error) {
        return error;
    }
};
/** The account that an object belongs to; undefined if it belongs to none. */ const ownerOf = (value)=>{
    const { accountId, resource } = value;
    if (typeof accountId === 'string') return accountId;
    return typeof resource === 'object' && resource !== null ? ownerOf(resource) : undefined;
};
const isPromise = (value)=>typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
/** Where arguments of a field can name accounts. */ const pathsOf = ({ args })=>args.flatMap((argument)=>pathsIn(argument.type, [
            argument.name
        ]));
const pathsIn = (type, path)=>{
    if (accountNames.has(path.at(-1) ?? '')) return [
        path
    ];
    if ((0, _graphql.isListType)(type) || (0, _graphql.isNonNullType)(type)) return pathsIn(type.ofType, path);
    if (!(0, _graphql.isInputObjectType)(type)) return [];
    return Object.values(type.getFields()).flatMap((member)=>pathsIn(member.type, [
            ...path,
            member.name
        ]));
};
const accountsIn = (args, paths)=>paths.flatMap((path)=>{
        let value = args;
        for (const name of path)value = typeof value === 'object' && value !== null ? value[name] : undefined;
        return typeof value === 'string' ? [
            {
                accountId: value,
                path
            }
        ] : [];
    });
