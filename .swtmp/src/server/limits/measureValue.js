/** The size of a JSON value. */ "use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "measureValue", {
    enumerable: true,
    get: function() {
        return measureValue;
    }
});
const measureValue = (value, mostLevels)=>{
    let values = 0;
    let fields = 0;
    let level = [
        value
    ];
    let depth = 0;
    for(; depth <= mostLevels; depth += 1){
        const containers = level.filter(isContainer);
        if (containers.length === 0) break;
        if (depth > 0) {
            for (const each of containers)if (!Array.isArray(each)) fields = Math.max(fields, Object.keys(each).length);
        }
        level = containers.flatMap((each)=>Object.values(each));
        values += level.length;
    }
    return {
        depth,
        values,
        fields
    };
};
const isContainer = (value)=>typeof value === 'object' && value !== null;
