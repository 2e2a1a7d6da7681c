"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "createAuditLog", {
    enumerable: true,
    get: function() {
        return createAuditLog;
    }
});
const _nodefs = require("node:fs");
const _promises = require("node:fs/promises");
const _nodeutil = require("node:util");
/** Writes to a file descriptor. Node's own type of the callback form has several results. */ const writeTo = (0, _nodeutil.promisify)(_nodefs.write);
const stdoutDescriptor = 1;
/** A pipe whose reader is slow takes no more bytes for a while. */ const retryAfterMs = 5;
const mostRetries = 200;
const writeStdout = async (bytes)=>{
    let offset = 0;
    for(let retries = 0; offset < bytes.length;){
        try {
            offset += (await writeTo(stdoutDescriptor, bytes, offset)).bytesWritten;
        } catch (error) {
            retries += 1;
            if (error.code !== 'EAGAIN' || retries > mostRetries) throw error;
            await new Promise((resolve)=>setTimeout(resolve, retryAfterMs));
        }
    }
};
/** The file is opened for each entry, so that it can be moved away at any time. */ const appendTo = (path)=>async (bytes)=>{
        const file = await (0, _promises.open)(path, 'a', 0o600);
        try {
            await file.appendFile(bytes);
            await file.datasync();
        } finally{
            await file.close();
        }
    };
const createAuditLog = (target)=>{
    const append = target === 'stdout' ? writeStdout : appendTo(target);
    let last = Promise.resolve();
    return {
        write: (entry)=>{
            const bytes = Buffer.from(`${JSON.stringify({
                time: new Date().toISOString(),
                ...entry
            })}\n`);
            const written = last.then(()=>append(bytes));
            last = written.catch(()=>undefined);
            return written;
        }
    };
};
