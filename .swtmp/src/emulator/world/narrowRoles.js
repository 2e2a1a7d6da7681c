/*
 * The narrow roles that the built-in worlds have, as the documents advise a deployment to make them.
 */ /** Roles of every member: one for reading, one for writing to recorders. */ "use strict";
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
    get directoryRole () {
        return directoryRole;
    },
    get enrollmentRole () {
        return enrollmentRole;
    },
    get readerRole () {
        return readerRole;
    },
    get recorderRole () {
        return recorderRole;
    }
});
const readerRole = {
    name: 'GovernanceReader',
    allowed: [
        'config:Describe*',
        'config:Get*',
        'config:List*'
    ]
};
const recorderRole = {
    name: 'GovernanceRecorder',
    allowed: [
        'config:StartConfigurationRecorder',
        'config:StopConfigurationRecorder',
        'config:UpdateConfigurationRecorder',
        'config:PutConfigurationRecorder'
    ]
};
const directoryRole = {
    name: 'GovernanceDirectoryReader',
    allowed: [
        'resourcemanager:Get*',
        'resourcemanager:List*',
        'governance:Get*',
        'governance:List*'
    ]
};
const enrollmentRole = {
    name: 'GovernanceEnroller',
    allowed: [
        'governance:EnrollAccount'
    ]
};
