"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "parseTags", {
    enumerable: true,
    get: function() {
        return parseTags;
    }
});
const _jsonObject = require("../json/jsonObject");
const _parseJsonText = require("../json/parseJsonText");
const parseTags = (text)=>{
    if (text.trim() === '') return [];
    const value = (0, _parseJsonText.parseJsonText)(text);
    if (Array.isArray(value)) return tagsOfPairs(value);
    if (!(0, _jsonObject.isJsonObject)(value)) return null;
    return tagsOfWrapper(value) ?? tagsOfKeys(value);
};
const tagsOfKeys = (values)=>{
    const tags = [];
    for (const [key, entry] of Object.entries(values)){
        const list = Array.isArray(entry) ? entry : [
            entry
        ];
        for (const item of list){
            const value = readValue(item);
            if (value === null) return null;
            tags.push({
                key,
                value
            });
        }
    }
    return tags;
};
/** `{"Tag":[{"Key":"team","Value":"billing"}]}`. A tag of that name has texts for values. */ const tagsOfWrapper = (values)=>{
    const [[name, list] = [], ...others] = Object.entries(values);
    const isWrapper = name === 'Tag' && others.length === 0 && Array.isArray(list) && list.some(_jsonObject.isJsonObject);
    return isWrapper ? tagsOfPairs(list) : null;
};
const tagsOfPairs = (pairs)=>{
    const tags = [];
    for (const pair of pairs){
        const members = (0, _jsonObject.isJsonObject)(pair) ? new Map(Object.entries(pair).map(([name, item])=>[
                nameOf(name),
                item
            ])) : undefined;
        const key = readValue(members?.get('key'));
        const value = readValue(members?.get('value') ?? '');
        if (key === null || key === '' || value === null) return null;
        tags.push({
            key,
            value
        });
    }
    return tags;
};
/** `Key`, `key` and `TagKey` are one name. */ const nameOf = (name)=>name.toLowerCase().replace(/^tag/, '');
/** A value as text, null if it can be none. A tag without a value has an empty one. */ const readValue = (value)=>{
    if (value === null) return '';
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
};
