"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "noteOrder", {
    enumerable: true,
    get: function() {
        return noteOrder;
    }
});
const _TimelineOrder = require("../../pagination/TimelineOrder");
const noteOrder = (fetch, lists)=>async (request)=>{
        const page = await fetch(request);
        if ((0, _TimelineOrder.rises)(page.records.map(({ CaptureTime })=>CaptureTime))) lists.learnOldestFirst();
        return page;
    };
