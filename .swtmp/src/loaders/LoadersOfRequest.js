"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "LoadersOfRequest", {
    enumerable: true,
    get: function() {
        return LoadersOfRequest;
    }
});
let LoadersOfRequest = class LoadersOfRequest {
    /** @param known what the process knows of lists. */ constructor(create, known){
        this.create = create;
        this.known = known;
        this.held = {
            loaders: create()
        };
    }
    get loaders() {
        return this.held.loaders;
    }
    /** Forgets all that was loaded, and how long lists were: a write was sent. */ forget() {
        this.known.clear();
        this.held.loaders = this.create();
    }
};
