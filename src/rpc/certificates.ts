/**
 * How Node and OpenSSL spell that they do not accept a certificate: it has expired, names another host, or nobody who is
 * trusted vouches for it.
 *
 * @see https://nodejs.org/api/tls.html#x509-certificate-error-codes
 */
const codes =
  /^(CERT_|CRL_|ERR_TLS_CERT_|ERROR_IN_C|UNABLE_TO_(GET|VERIFY|DECRYPT|DECODE)_|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT|INVALID_(CA|PURPOSE)|PATH_LENGTH_EXCEEDED|HOSTNAME_MISMATCH)/;

/** Whether a connection failed because the certificate of the other side is not valid. */
export const isCertificateCode = (systemCode: string | undefined): boolean => codes.test(systemCode ?? '');
