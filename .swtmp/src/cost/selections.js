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
    get collectFields () {
        return collectFields;
    },
    get isIncluded () {
        return isIncluded;
    }
});
const _graphql = require("graphql");
const collectFields = (type, parents, around)=>{
    const found = new Map();
    const collect = (selections, outer)=>{
        for (const selection of selections){
            const condition = conditionOf(selection, outer);
            if (condition === undefined) continue;
            if (selection.kind === _graphql.Kind.FIELD) {
                const name = (selection.alias ?? selection.name).value;
                const occurrences = found.get(name);
                if (occurrences === undefined) found.set(name, [
                    {
                        node: selection,
                        condition
                    }
                ]);
                else occurrences.push({
                    node: selection,
                    condition
                });
                continue;
            }
            const fragment = selection.kind === _graphql.Kind.INLINE_FRAGMENT ? selection : around.fragments.get(selection.name.value);
            if (fragment === undefined || !matches(fragment.typeCondition?.name.value, type, around)) continue;
            collect(fragment.selectionSet.selections, condition);
        }
    };
    for (const { selections, condition } of parents)collect(selections, condition);
    return found;
};
const isIncluded = (conditions, variables)=>conditions.some((condition)=>condition.every(({ variable, value })=>variables[variable] === value));
/** Undefined for what is never there. */ const conditionOf = ({ directives = [] }, outer)=>{
    let condition = outer;
    for (const { name, arguments: given = [] } of directives){
        if (name.value !== 'skip' && name.value !== 'include') continue;
        const wanted = name.value === 'include';
        const value = given.find((argument)=>argument.name.value === 'if')?.value;
        if (value?.kind === _graphql.Kind.BOOLEAN && value.value !== wanted) return undefined;
        if (value?.kind === _graphql.Kind.VARIABLE) condition = [
            ...condition,
            {
                variable: value.name.value,
                value: wanted
            }
        ];
    }
    return condition;
};
const matches = (name, type, { schema })=>{
    if (name === undefined || name === type.name) return true;
    const condition = schema.getType(name);
    return (0, _graphql.isAbstractType)(condition) && schema.isSubType(condition, type);
};
