/** Where a process listens. */ "use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "explainStartFailure", {
    enumerable: true,
    get: function() {
        return explainStartFailure;
    }
});
const explainStartFailure = (error, listening)=>{
    const { code, port } = error;
    const { host, portSetting } = listening.find((server)=>server.port === port) ?? listening[0];
    switch(code){
        case 'EADDRINUSE':
            return `Port ${String(port)} is in use. Stop the process that listens there, or set ${portSetting}.`;
        case 'EACCES':
            return `This user may not listen on port ${String(port)}. Set ${portSetting} to a port above 1023.`;
        case 'EADDRNOTAVAIL':
        case 'ENOTFOUND':
        case 'EAI_AGAIN':
            return `HOST must be an address of this machine, but got ${JSON.stringify(host)}.`;
        default:
            return error instanceof Error ? error.message : String(error);
    }
};
