"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "PersistedOperations", {
    enumerable: true,
    get: function() {
        return PersistedOperations;
    }
});
const _lrucache = require("lru-cache");
const _UserError = require("../../errors/UserError");
const _readManifest = require("./readManifest");
/** The most memory for documents that clients have sent, in characters. */ const maxKept = 10_000_000;
/** What Apollo Server puts before each hash. */ const prefix = /^apq:/;
let PersistedOperations = class PersistedOperations {
    /** @throws if the manifest cannot be read. */ constructor(settings){
        this.settings = settings;
        this.kept = new _lrucache.LRUCache({
            maxSize: maxKept,
            sizeCalculation: ({ length })=>length
        });
        this.known = settings.manifest === undefined ? new Map() : (0, _readManifest.readManifest)(settings.manifest);
        this.bodies = new Set(this.known.values());
    }
    /** For Apollo Server: false if clients may send no hashes. */ get cacheOptions() {
        return this.settings.mode === 'off' ? false : {
            cache: this
        };
    }
    get(key) {
        const hash = key.replace(prefix, '');
        return Promise.resolve(this.known.get(hash) ?? this.kept.get(hash));
    }
    set(key, document) {
        if (this.settings.mode === 'auto') this.kept.set(key.replace(prefix, ''), document);
        return Promise.resolve();
    }
    delete(key) {
        return Promise.resolve(this.kept.delete(key.replace(prefix, '')));
    }
    /** Refuses documents that are not in the manifest, if no others may run. */ limit(app) {
        if (this.settings.mode !== 'only') return;
        app.addHook('preValidation', async ({ body, query, routeOptions: { url } })=>{
            if (url !== '/graphql') return;
            for (const parameters of [
                body,
                query
            ]){
                const document = parameters?.query;
                if (document !== undefined && !(typeof document === 'string' && this.bodies.has(document))) throw unknown();
            }
        });
    }
};
const unknown = ()=>new _UserError.UserError('FORBIDDEN', {
        en: 'This deployment runs persisted operations only, and the document is none of them. Add it to the manifest of PERSISTED_OPERATIONS_MANIFEST.',
        zh: '此部署仅执行持久化操作，而此文档不在其中。请将其加入 PERSISTED_OPERATIONS_MANIFEST 指定的清单。'
    });
