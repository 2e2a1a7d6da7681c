"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "createCalling", {
    enumerable: true,
    get: function() {
        return createCalling;
    }
});
const _20190108 = require("./2019-01-08");
const _accountGroups = require("./accountGroups");
const _memberAccess = require("./memberAccess");
/** Every operation of a version that the cost of a field can name, by a name that both versions share. */ const namedOperations = ({ operations, updateRecorder })=>({
        ...operations,
        updateRecorder
    });
const createCalling = (api, access)=>{
    const throughGroup = (0, _memberAccess.groupOperations)(access);
    const spoken = namedOperations(api);
    const choices = new Map(Object.entries(namedOperations(_20190108.cloudConfig2019)).map(([name, older])=>[
            older,
            spoken[name] ?? older
        ]));
    const inMember = (operation, args)=>{
        const choice = choices.get(operation) ?? operation;
        return typeof choice === 'function' ? choice(args) : choice;
    };
    return {
        calledFor: (operation, args, isOwn, inGroup)=>(isOwn ? undefined : throughGroup.get(operation) ?? (access === 'account-group' ? inGroup : undefined)) ?? inMember(operation, args),
        lookUps: new Map([
            ...throughGroup.values()
        ].map((operation)=>[
                operation,
                _accountGroups.groupLookUp
            ]))
    };
};
