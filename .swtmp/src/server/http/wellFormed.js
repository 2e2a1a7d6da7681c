"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "keepAnswersWellFormed", {
    enumerable: true,
    get: function() {
        return keepAnswersWellFormed;
    }
});
/**
 * An escape sequence of JSON. JSON.stringify escapes half of a surrogate pair, `\ud83d`, and no whole one; a sequence is
 * matched whole, so that the text `\\ud83d` is left alone.
 */ const escape = /\\(?:u(?<half>d[89a-f][0-9a-f]{2})|.)/gs;
/** What a strict parser of JSON accepts in place of half a surrogate pair. */ const replacement = '\uFFFD';
const keepAnswersWellFormed = (app)=>{
    app.addHook('onSend', async (_request, _reply, payload)=>{
        if (typeof payload !== 'string' || !payload.includes('\\ud')) return payload;
        return payload.replace(escape, (whole, half)=>half === undefined ? whole : replacement);
    });
};
