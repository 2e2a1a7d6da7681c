/** A moment on the wire, ISO 8601 text or milliseconds, as a Date; null if it is absent or no moment at all. */ "use strict";
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
    get presentDate () {
        return presentDate;
    },
    get presentText () {
        return presentText;
    }
});
const presentDate = (moment)=>{
    if (moment === undefined) return null;
    const date = new Date(moment);
    return Number.isNaN(date.getTime()) ? null : date;
};
const presentText = (text)=>text === undefined || text === '' ? null : text;
