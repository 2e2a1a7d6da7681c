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
    get countComparisons () {
        return countComparisons;
    },
    get measureDocument () {
        return measureDocument;
    }
});
const _graphql = require("graphql");
/** Below these, depth is bounded by a rule of graphql-js: queries for the whole schema are deep. There are no aliases. */ const introspection = new Set([
    '__schema',
    '__type'
]);
const nothing = {
    selections: 0,
    aliases: 0,
    introspectionAliases: 0,
    fields: 0,
    depth: 0,
    nesting: 0,
    repeated: {
        __schema: 0,
        __type: 0,
        _service: 0
    }
};
const both = (one, other)=>({
        selections: one.selections + other.selections,
        aliases: one.aliases + other.aliases,
        introspectionAliases: one.introspectionAliases + other.introspectionAliases,
        fields: one.fields + other.fields,
        depth: Math.max(one.depth, other.depth),
        nesting: Math.max(one.nesting, other.nesting),
        repeated: {
            __schema: one.repeated.__schema + other.repeated.__schema,
            __type: one.repeated.__type + other.repeated.__type,
            _service: one.repeated._service + other.repeated._service
        }
    });
const measureDocument = (document, maxNesting)=>{
    const fragments = fragmentsOf(document);
    const ofFragments = new Map();
    const open = new Set();
    let isCyclic = false;
    let directives = 0;
    const ofSelections = ({ selections })=>{
        let size = nothing;
        for (const selection of selections)size = both(size, ofSelection(selection));
        return size;
    };
    const ofSelection = (selection)=>{
        directives += selection.directives?.length ?? 0;
        switch(selection.kind){
            case _graphql.Kind.FIELD:
                return ofField(selection);
            case _graphql.Kind.INLINE_FRAGMENT:
                {
                    const inside = ofSelections(selection.selectionSet);
                    return {
                        ...inside,
                        selections: inside.selections + 1
                    };
                }
            case _graphql.Kind.FRAGMENT_SPREAD:
                {
                    const inside = ofFragment(selection.name.value);
                    return {
                        ...inside,
                        selections: inside.selections + 1,
                        nesting: inside.nesting + 1
                    };
                }
        }
    };
    const ofFragment = (name)=>{
        const fragment = fragments.get(name);
        isCyclic ||= open.has(name);
        if (fragment === undefined || open.has(name) || open.size > maxNesting) return nothing;
        let size = ofFragments.get(name);
        if (size !== undefined) return size;
        directives += fragment.directives?.length ?? 0;
        open.add(name);
        size = ofSelections(fragment.selectionSet);
        open.delete(name);
        ofFragments.set(name, size);
        return size;
    };
    const ofField = ({ name: { value: name }, alias, selectionSet })=>{
        const below = selectionSet === undefined ? nothing : ofSelections(selectionSet);
        return {
            selections: below.selections + 1,
            aliases: below.aliases + (alias === undefined ? 0 : 1),
            introspectionAliases: introspection.has(name) ? below.aliases : below.introspectionAliases,
            fields: 1,
            depth: introspection.has(name) ? 1 : below.depth + 1,
            nesting: below.nesting,
            repeated: Object.hasOwn(nothing.repeated, name) ? {
                ...nothing.repeated,
                [name]: 1
            } : nothing.repeated
        };
    };
    let whole = nothing;
    let rootFields = 0;
    for (const definition of document.definitions){
        if (definition.kind !== _graphql.Kind.OPERATION_DEFINITION) continue;
        directives += definition.directives?.length ?? 0;
        for (const variable of definition.variableDefinitions ?? [])directives += variable.directives?.length ?? 0;
        whole = both(whole, ofSelections(definition.selectionSet));
        rootFields = whole.fields;
    }
    // What no operation spreads is invalid, and is validated all the same.
    for (const name of fragments.keys())if (!ofFragments.has(name)) whole = both(whole, ofFragment(name));
    const { fields: _, ...size } = whole;
    return {
        ...size,
        rootFields,
        directives,
        isCyclic
    };
};
const countComparisons = (document, most)=>{
    const fragments = fragmentsOf(document);
    const reached = new Set();
    let comparisons = 0;
    /** Compares the selections of sets that are merged with each other. */ const compare = (merged)=>{
        const fields = new Map();
        const spread = new Set();
        const collect = (selection)=>{
            if (selection.kind === _graphql.Kind.FIELD) {
                const name = (selection.alias ?? selection.name).value;
                const same = fields.get(name) ?? {
                    count: 0,
                    below: []
                };
                fields.set(name, same);
                comparisons += same.count;
                same.count += 1;
                if (selection.selectionSet !== undefined) same.below.push(selection.selectionSet);
                return;
            }
            if (selection.kind === _graphql.Kind.INLINE_FRAGMENT) {
                selection.selectionSet.selections.forEach(collect);
                return;
            }
            const name = selection.name.value;
            const fragment = fragments.get(name);
            if (fragment === undefined || spread.has(name)) return;
            comparisons += spread.size;
            spread.add(name);
            reached.add(name);
            fragment.selectionSet.selections.forEach(collect);
        };
        for (const { selections } of merged)selections.forEach(collect);
        for (const { below } of fields.values())if (below.length > 0 && comparisons <= most) compare(below);
    };
    for (const one of document.definitions)if (one.kind === _graphql.Kind.OPERATION_DEFINITION) compare([
        one.selectionSet
    ]);
    for (const [name, { selectionSet }] of fragments)if (!reached.has(name)) compare([
        selectionSet
    ]);
    return comparisons;
};
const fragmentsOf = ({ definitions })=>new Map(definitions.flatMap((one)=>one.kind === _graphql.Kind.FRAGMENT_DEFINITION ? [
            [
                one.name.value,
                one
            ]
        ] : []));
