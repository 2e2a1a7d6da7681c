/** About how many bytes a value has as JSON in UTF-8. Escape sequences count as what they stand for. */ "use strict";
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
    get sizeOfJson () {
        return sizeOfJson;
    },
    get sizeOfMember () {
        return sizeOfMember;
    }
});
const sizeOfJson = (value)=>{
    switch(typeof value){
        case 'string':
            return Buffer.byteLength(value) + 2;
        case 'number':
            return 8;
        case 'boolean':
            return 5;
        case 'object':
            return value === null ? 4 : sizeOfObject(value);
        default:
            return 0;
    }
};
/** A time as ISO 8601, in quotes. */ const sizeOfDate = 26;
const sizeOfObject = (value)=>{
    if (value instanceof Date) return sizeOfDate;
    let size = 2;
    if (Array.isArray(value)) {
        for (const item of value)size += sizeOfJson(item) + 1;
        return size;
    }
    for (const [name, member] of Object.entries(value))size += sizeOfMember(name) + sizeOfJson(member);
    return size;
};
const sizeOfMember = (name)=>name.length + 4;
