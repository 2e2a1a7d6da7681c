/* Limits that no setting raises. src/settings/limits.ts has the others. */ /** The most violations of the schema that one answer lists. */ "use strict";
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
    get maxFragmentNesting () {
        return maxFragmentNesting;
    },
    get maxMutationFields () {
        return maxMutationFields;
    },
    get maxNesting () {
        return maxNesting;
    },
    get maxObjectFields () {
        return maxObjectFields;
    },
    get maxValidationErrors () {
        return maxValidationErrors;
    }
});
const maxValidationErrors = 5;
const maxNesting = 100;
const maxObjectFields = 100;
const maxFragmentNesting = 50;
const maxMutationFields = 10;
