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
    get assumedLength () {
        return assumedLength;
    },
    get estimateCost () {
        return estimateCost;
    },
    get maxVariableErrors () {
        return maxVariableErrors;
    },
    get planOperation () {
        return planOperation;
    }
});
const _graphql = require("graphql");
const _PlannedField = require("./PlannedField");
const _explainCost = require("./explainCost");
const _reckonCalls = require("./reckonCalls");
const maxVariableErrors = 5;
const assumedLength = 3;
const planOperation = (schema, document, operation)=>{
    const definitions = document.definitions.filter((definition)=>definition.kind === _graphql.Kind.FRAGMENT_DEFINITION);
    const fragments = new Map(definitions.map((fragment)=>[
            fragment.name.value,
            fragment
        ]));
    const { selections } = operation.selectionSet;
    const type = schema.getRootType(operation.operation);
    if (type == null) throw new TypeError(`The schema has no ${operation.operation}.`);
    return {
        operation,
        fields: (0, _PlannedField.planFields)(type, [
            {
                selections,
                condition: []
            }
        ], {
            schema,
            fragments
        })
    };
};
const estimateCost = ({ operation, fields }, variables, { schema, maxCalls, calling, known })=>{
    const { coerced, errors } = (0, _graphql.getVariableValues)(schema, operation.variableDefinitions ?? [], variables, {
        maxErrors: maxVariableErrors
    });
    if (coerced === undefined) return {
        ...nothing,
        problems: errors
    };
    const isSerial = operation.operation === _graphql.OperationTypeNode.MUTATION;
    const problems = [];
    const common = {
        variables: coerced,
        known,
        calling,
        isSerial
    };
    const unknown = new Set();
    const bound = (0, _reckonCalls.reckonCalls)(fields, {
        ...common,
        problems,
        unknown
    }).total();
    const isExpected = bound > maxCalls && !isSerial && (0, _reckonCalls.reckonCalls)(fields, {
        ...common,
        problems: [],
        unknown: new Set(),
        assumedLength
    }).total() <= maxCalls;
    return {
        estimatedCalls: isExpected ? maxCalls : bound,
        isTooHigh: bound > maxCalls && !isExpected,
        boundOfCalls: bound,
        unknown,
        problems,
        explain: ()=>{
            const caused = [];
            return (0, _explainCost.explainCost)((0, _reckonCalls.reckonCalls)(fields, {
                ...common,
                problems: [],
                unknown: new Set(),
                caused
            }), caused);
        }
    };
};
const nothing = {
    estimatedCalls: 0,
    isTooHigh: false,
    boundOfCalls: 0,
    unknown: new Set(),
    problems: [],
    explain: ()=>({
            calls: [],
            mostExpensiveFields: []
        })
};
