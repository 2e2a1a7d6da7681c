/** World time: runs with real time from where it was set; can be set and stepped. Milliseconds since the epoch. */ "use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "createWorldClock", {
    enumerable: true,
    get: function() {
        return createWorldClock;
    }
});
function createWorldClock({ epoch, wallClock = Date.now, frozen = false }) {
    const elapsed = frozen ? ()=>0 : wallClock;
    let offset = epoch - elapsed();
    return {
        now: ()=>elapsed() + offset,
        set: (now)=>{
            offset = now - elapsed();
        },
        advance: (ms)=>{
            offset += ms;
        }
    };
}
