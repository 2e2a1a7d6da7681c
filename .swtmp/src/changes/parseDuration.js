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
    get momentBefore () {
        return momentBefore;
    },
    get parseDuration () {
        return parseDuration;
    }
});
const _iso8601duration = require("iso8601-duration");
/** The whole text, and no `T` behind which nothing stands. */ const whole = new RegExp(`^(?:${_iso8601duration.pattern.source})(?<!T)$`);
const dayMs = 24 * 60 * 60_000;
const parseDuration = (text)=>{
    if (!whole.test(text)) return undefined;
    try {
        const { years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0 } = (0, _iso8601duration.parse)(text);
        const duration = {
            years,
            months,
            weeks,
            days,
            hours,
            minutes,
            seconds
        };
        return Object.values(duration).some((part)=>part > 0) ? duration : undefined;
    } catch  {
        return undefined;
    }
};
const momentBefore = (end, duration)=>{
    const { years, months, weeks, days, hours, minutes, seconds } = duration;
    const date = new Date(end);
    const day = date.getUTCDate();
    date.setUTCDate(1);
    date.setUTCMonth(date.getUTCMonth() - 12 * years - months);
    const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
    date.setUTCDate(Math.min(day, lastDay));
    const rest = (weeks * 7 + days) * dayMs + Math.round(((hours * 60 + minutes) * 60 + seconds) * 1000);
    return Math.max(0, new Date(date.getTime() - rest).getTime());
};
