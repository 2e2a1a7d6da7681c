"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "languageOf", {
    enumerable: true,
    get: function() {
        return languageOf;
    }
});
const _negotiator = /*#__PURE__*/ _interop_require_default(require("negotiator"));
function _interop_require_default(obj) {
    return obj && obj.__esModule ? obj : {
        default: obj
    };
}
const languageOf = (acceptLanguage)=>{
    const negotiator = new _negotiator.default({
        headers: {
            'accept-language': acceptLanguage
        }
    });
    return negotiator.language([
        'en',
        'zh'
    ]) === 'zh' ? 'zh' : 'en';
};
