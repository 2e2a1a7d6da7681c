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
    get diagnose () {
        return diagnose;
    },
    get isDenied () {
        return isDenied;
    },
    get isOfRole () {
        return isOfRole;
    },
    get unreachable () {
        return unreachable;
    }
});
const _ClientError = require("../errors/ClientError");
const _codeFamilies = require("../errors/codeFamilies");
const _operations = require("../operations");
const _resourcePattern = require("../ram/resourcePattern");
const _roleFailures = require("../rpc/credentials/roleFailures");
const _noProxy = require("../rpc/noProxy");
const _Finding = require("./Finding");
const _explainRole = require("./explainRole");
/** What ails a call, by what the network said. */ const networkTroubles = [
    {
        when: /^(ENOTFOUND|EAI_AGAIN)$/,
        words: 'its name cannot be resolved',
        remedy: 'Check DNS on this machine. Behind a proxy, set HTTPS_PROXY. For other hosts, see ENDPOINTS, ENDPOINT_TYPE and REGION.'
    },
    {
        when: /^ECONNREFUSED$/,
        words: 'nothing listens there',
        remedy: 'Check that the host (or HTTPS_PROXY, or EMULATOR_URL) is right and running.'
    },
    {
        when: /^PROXY_407$/,
        words: 'the proxy requires another user or password (407)',
        remedy: 'Put user and password into HTTPS_PROXY, percent-encoded: http://user:password@host:port.'
    },
    {
        when: /^PROXY_/,
        words: 'the proxy refuses to open a tunnel there',
        remedy: 'Have the proxy allow CONNECT to this host on port 443, or list the host in NO_PROXY.'
    },
    {
        when: /^CERT_HAS_EXPIRED$|^CERT_NOT_YET_VALID$/,
        words: 'its certificate is not valid at this time',
        remedy: 'Check the clock of this machine first. Then check whose certificate it is: a proxy that inspects TLS has its own.'
    },
    {
        when: /SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|CERT_UNTRUSTED/,
        words: 'its certificate comes from an authority that is not trusted here',
        remedy: 'If a company proxy inspects TLS, save its certificate authority in PEM and set CA_FILE to that file.'
    },
    {
        when: /ALTNAME|^UND_ERR_PRX_TLS$/,
        words: 'its certificate is for another host',
        remedy: 'Check ENDPOINTS and HTTPS_PROXY: something else answers at this address.'
    },
    {
        when: /TIMEOUT|^no connection in time$/,
        words: 'no connection was made in time',
        remedy: 'Check the firewall and the route to this host. Behind a proxy, set HTTPS_PROXY. In a VPC without internet access, set ENDPOINT_TYPE=vpc and REGION.'
    }
];
/** What ails the credentials, by the upstream's code. */ const credentialTroubles = {
    'InvalidAccessKeyId.NotFound': {
        words: 'The upstream does not know the access key ID.',
        remedy: 'Check that the key exists, was not deleted, and belongs to this site (ALIBABA_CLOUD_SITE).'
    },
    InvalidAccessKeyId: {
        words: 'The upstream does not know the access key ID.',
        remedy: 'Check that the key exists, was not deleted, and belongs to this site (ALIBABA_CLOUD_SITE).'
    },
    'InvalidAccessKeyId.Inactive': {
        words: 'The access key is disabled.',
        remedy: 'Enable it in the RAM console, or give the gateway another one.'
    },
    'Forbidden.AccessKeyDisabled': {
        words: 'The access key is disabled.',
        remedy: 'Enable it in the RAM console, or give the gateway another one.'
    },
    SignatureDoesNotMatch: {
        words: 'The access key secret does not belong to the access key ID.',
        remedy: 'Check the secret for a lost or added character, and that ID and secret are of the same key.'
    },
    'InvalidTimeStamp.Expired': {
        words: 'The upstream rejects the time stamp: the clock of this machine is off by more than 15 minutes.',
        remedy: 'Set the clock and keep it right with NTP (timedatectl set-ntp true).'
    },
    'InvalidSecurityToken.Expired': {
        words: 'The temporary credentials have expired.',
        remedy: 'Renew them. Better, use a source that renews itself: an ECS role, a pod role or OIDC.'
    },
    'InvalidSecurityToken.Malformed': {
        words: 'The security token is malformed.',
        remedy: 'Check that ALIBABA_CLOUD_SECURITY_TOKEN was copied completely.'
    },
    'InvalidSecurityToken.MismatchWithAccessKey': {
        words: 'The security token belongs to another access key.',
        remedy: 'Set key ID, secret and token from the same session.'
    },
    MissingSecurityToken: {
        words: 'The access key is a temporary one, and its security token is missing.',
        remedy: 'Set ALIBABA_CLOUD_SECURITY_TOKEN as well.'
    }
};
const isDenied = ({ code, family })=>(0, _codeFamilies.isDenial)(code, family);
const isOfRole = (operation, error)=>error.action === _operations.AssumeRole.action && operation !== _operations.AssumeRole;
/** Failures that the first hop may be the reason of. */ const ofFirstHop = /^E(?!RR_)[A-Z_]+$|TIMEOUT|^no connection in time$/;
function unreachable(hosts, detail, { settings }) {
    const trouble = networkTroubles.find(({ when })=>when.test(detail));
    const { proxyUrl, noProxy = '' } = settings.network;
    const isProxied = hosts.some((host)=>!(0, _noProxy.bypassesProxy)(`https://${host}`, noProxy));
    // The proxy's URL may hold a password.
    const proxy = proxyUrl !== undefined && isProxied && ofFirstHop.test(detail) ? `; the same may apply to the proxy ${new URL(proxyUrl).host}` : '';
    return (0, _Finding.problem)(`${hosts.join(', ')} cannot be reached: ${trouble?.words ?? `the connection fails (${detail})`}${proxy}.`, trouble?.remedy ?? 'Check network, proxy and certificates between this machine and the host.');
}
function diagnose(operation, error, probe) {
    if (isOfRole(operation, error)) {
        if (error.kind !== 'CLIENT') return diagnose(_operations.AssumeRole, error, probe);
        // The only role that the caller's own account is read by.
        const { accountId } = (0, _roleFailures.parseRoleArn)(probe.settings.roles.directoryRoleArn ?? '');
        const whereMissing = 'Create the role, or correct DIRECTORY_ROLE_ARN.';
        const { message, remedy } = (0, _explainRole.explainRole)(error, probe, {
            accountId,
            whereMissing
        });
        return (0, _Finding.problem)(message, remedy);
    }
    const { product, action, ram } = operation;
    const { kind, code = '', detail = '', requestId } = error;
    const host = new URL(probe.endpointOf(product)).host;
    const what = `${product.code} ${action}`;
    const trace = requestId === undefined ? '' : ` (RequestId ${requestId})`;
    switch(kind){
        case 'CREDENTIALS':
            return (0, _Finding.problem)(`No credentials: ${detail}.`, 'Give this process the credentials of a RAM user or role: ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET, a profile of the CLI, OIDC, or an ECS role. See docs/DEPLOYING.md#credentials.');
        case 'NOT_SENT':
            return unreachable([
                host
            ], detail, probe);
        case 'CONNECTION':
        case 'TIMEOUT':
        case 'ABORTED':
            return (0, _Finding.problem)(`${host} accepted ${what} but sent no complete response: ${detail || 'the connection broke'}.`, 'Run doctor again. If the problem persists, look for a firewall or proxy that cuts connections.');
        case 'BAD_RESPONSE':
            return (0, _Finding.problem)(`${host} answers, but not as ${product.code} does: ${detail}${trace}.`, 'Check ENDPOINTS and HTTPS_PROXY: a captive portal or another service may answer there. If it is the right host, run doctor with --record and report the file.');
        case 'THROTTLING':
            return (0, _Finding.warning)(`${what} was throttled (${code})${trace}: something else uses up the account’s quota.`, 'Find out what else calls this product with the account. The gateway waits and retries if it can.');
        case 'AUTH':
            {
                const trouble = Object.hasOwn(credentialTroubles, code) ? credentialTroubles[code] : undefined;
                return (0, _Finding.problem)(trouble?.words ?? `The upstream rejects the credentials (${code})${trace}.`, trouble?.remedy ?? 'Check access key ID, secret and token.');
            }
        case 'SERVER':
            return (0, _Finding.problem)(`${product.code} has an internal problem: ${code || 'an error'} on ${action}${trace}.`, 'Run doctor again later. If the problem persists, give the RequestId to Alibaba Cloud’s support.');
        default:
            if (isDenied(error) && ram !== 'none') {
                return (0, _Finding.problem)(`The credentials may not call ${what}: ${ram.action} is missing.`, `Allow ${ram.action} on ${(0, _resourcePattern.resourcePattern)(ram.resource)} to the gateway’s RAM user or role: npm run ram-policy, docs/RAM-POLICIES.md.`);
            }
            if (error.family === 'NOT_ACTIVATED') {
                return (0, _Finding.problem)(`${product.code} is not activated in the account (${code})${trace}.`, `Activate ${product.code} in its console.`);
            }
            return (0, _Finding.problem)(`${what} was refused (${code})${trace}: ${(0, _ClientError.toClientError)(error, 'en').message}`, 'See docs/ERRORS.md for this code.');
    }
}
