"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "findProse", {
    enumerable: true,
    get: function() {
        return findProse;
    }
});
const _proseRules = require("./proseRules");
const sentences = new Intl.Segmenter('en', {
    granularity: 'sentence'
});
const words = new Intl.Segmenter('en', {
    granularity: 'word'
});
const findProse = (passages)=>passages.flatMap((passage)=>[
            ...findWords(passage),
            ...passage.kind === 'prose' ? findLong(passage) : []
        ]);
const findWords = (passage)=>_proseRules.wordRules.filter((rule)=>rule.in.includes(passage.kind)).flatMap(({ pattern, instead })=>[
            ...passage.text.matchAll(pattern)
        ].map((match)=>({
                ...placeOf(passage, match.index),
                found: match[0],
                instead
            })));
const findLong = (passage)=>[
        ...sentences.segment(passage.text.replaceAll('\n', ' '))
    ].flatMap(({ segment, index })=>{
        const found = [
            ...words.segment(segment)
        ].filter(({ segment: word, isWordLike })=>isWordLike && /[\p{Script=Latin}\d]/u.test(word));
        if (found.length <= _proseRules.maxWords) return [];
        return [
            {
                ...placeOf(passage, index),
                found: `${found.slice(0, 6).map((word)=>word.segment).join(' ')} …`,
                instead: `two sentences: this one has ${found.length} words, and ${_proseRules.maxWords} are the most`
            }
        ];
    });
const placeOf = ({ file, line, text }, index)=>({
        file,
        line: line + text.slice(0, index).split('\n').length - 1
    });
