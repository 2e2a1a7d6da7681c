import { emulatorSettingsTable } from '../../../src/emulator';
import { settingsIn } from '../../../src/environment/Setting';
import { unknownSettings } from '../../../src/environment/unknownSettings';
import { settingsTable } from '../../../src/settings';

const tables = [settingsTable, emulatorSettingsTable];
const unknownOf = (name: string, value = 'x') => unknownSettings({ [name]: value }, tables);

describe('a variable that looks like a setting', () => {
  it.each([
    // Words of a setting are missing.
    ['MEMBER_ROLE', 'MEMBER_ROLE_NAME'],
    ['CLOUD_CONFIG_VERSION', 'CLOUD_CONFIG_API_VERSION'],
    ['CONNECT_TIMEOUT', 'CONNECT_TIMEOUT_MS'],
    ['READ_TIMEOUT_MS', 'READ_ATTEMPT_TIMEOUT_MS'],
    ['ROLE_SESSION_SECONDS', 'ROLE_SESSION_DURATION_SECONDS'],
    // Letters differ.
    ['MUTATION', 'MUTATIONS'],
    ['MUTATOINS', 'MUTATIONS'],
    ['REPLICA', 'REPLICAS'],
    ['ENDPOINT', 'ENDPOINTS'],
    ['LOGLEVEL', 'LOG_LEVEL'],
    ['MAX_UPSTREAM_CALL', 'MAX_UPSTREAM_CALLS'],
    ['ALIBABA_CLOUD_STIE', 'ALIBABA_CLOUD_SITE'],
    ['HTTP_PROXYS', 'HTTPS_PROXY'],
    // They begin like settings.
    ['EMULATOR_SEED', 'EMULATOR_URL'],
    ['DIRECTORY_ARN_OF_ROLE', 'DIRECTORY_ROLE_ARN'],
    ['ROLE_EXTERNAL_ID_FILES', 'ROLE_EXTERNAL_ID_FILE'],
    // They begin like those of OpenTelemetry.
    ['OTEL_EXPORTER_OTLP_ENDPIONT', 'OTEL_EXPORTER_OTLP_ENDPOINT'],
    ['OTEL_SDK_DISABLE', 'OTEL_SDK_DISABLED'],
  ])('%s is reported with the nearest setting, %s', (name, nearest) => {
    expect(unknownOf(name, 'hunter2')).toEqual([
      `${name} is not a setting. Did you mean ${nearest}? If not, unset it.`,
    ]);
  });

  it('is ignored if it is empty', () => {
    expect(unknownOf('MEMBER_ROLE', ' ')).toEqual([]);
  });

  it('is each known name with its last letter doubled, if it is not short', () => {
    const names = tables.flatMap(settingsIn).flatMap((setting) => [setting.name, setting.fileName ?? setting.name]);

    const missed = names.filter((name) => name.length > 5 && unknownOf(name + name.slice(-1)).length === 0);

    expect(missed).toEqual([]);
  });
});

describe('ordinary variables', () => {
  const ordinary: Record<string, string> = {
    shell:
      'HOME HOSTNAME LANG LC_ALL LOGNAME MAIL OLDPWD PATH PWD SHELL SHLVL TERM TMPDIR TZ USER _ EDITOR PAGER HOSTTYPE',
    session: 'DISPLAY SSH_AUTH_SOCK SSH_CONNECTION SSH_TTY XDG_RUNTIME_DIR XDG_SESSION_ID DBUS_SESSION_BUS_ADDRESS',
    windows: 'APPDATA COMPUTERNAME NUMBER_OF_PROCESSORS OS PROCESSOR_LEVEL SESSIONNAME SystemRoot USERDOMAIN windir',
    node: 'NODE NODE_OPTIONS NODE_PATH NODE_VERSION NODE_EXTRA_CA_CERTS NODE_DEBUG NODE_NO_WARNINGS NODE_TLS_REJECT_UNAUTHORIZED YARN_VERSION UV_THREADPOOL_SIZE NVM_DIR NODENV_VERSION',
    npm: 'npm_command npm_config_cache npm_config_loglevel npm_lifecycle_event npm_package_name INIT_CWD COLOR NPM_TOKEN NPM_CONFIG_LOGLEVEL NPM_CONFIG_REGISTRY',
    telemetry: `OTEL_SERVICE_NAME OTEL_RESOURCE_ATTRIBUTES OTEL_TRACES_SAMPLER OTEL_TRACES_SAMPLER_ARG OTEL_PROPAGATORS
      OTEL_TRACES_EXPORTER OTEL_METRICS_EXPORTER OTEL_LOGS_EXPORTER OTEL_BSP_SCHEDULE_DELAY OTEL_BSP_MAX_QUEUE_SIZE
      OTEL_EXPORTER_OTLP_HEADERS OTEL_EXPORTER_OTLP_TIMEOUT OTEL_EXPORTER_OTLP_COMPRESSION OTEL_EXPORTER_OTLP_CERTIFICATE
      OTEL_EXPORTER_OTLP_TRACES_HEADERS OTEL_EXPORTER_OTLP_TRACES_PROTOCOL OTEL_EXPORTER_OTLP_METRICS_ENDPOINT
      OTEL_EXPORTER_OTLP_METRICS_PROTOCOL OTEL_EXPORTER_OTLP_LOGS_ENDPOINT OTEL_LOG_LEVEL OTEL_NODE_RESOURCE_DETECTORS
      OTEL_ATTRIBUTE_COUNT_LIMIT OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT`,
    proxies: 'HTTP_PROXY http_proxy ALL_PROXY all_proxy FTP_PROXY ftp_proxy',
    certificates: 'SSL_CERT_FILE SSL_CERT_DIR CURL_CA_BUNDLE REQUESTS_CA_BUNDLE AWS_CA_BUNDLE GIT_SSL_CAINFO',
    credentials: `ACCESS_KEY_ID ACCESS_KEY_SECRET ACCESS_KEY_SECURITY_TOKEN CLI_PROFILE_DISABLED CREDENTIALS_FILE
      CREDENTIALS_URI DEBUG ECS_IMDSV1_DISABLED ECS_METADATA ECS_METADATA_DISABLED IMDSV1_DISABLED OIDC_PROVIDER_ARN
      OIDC_TOKEN_FILE PROFILE REGION REGION_ID ROLE_ARN ROLE_SESSION_NAME SECURITY_TOKEN STS_REGION VPC_ENDPOINT_ENABLED`
      .split(/\s+/)
      .map((name) => `ALIBABA_CLOUD_${name}`)
      .join(' '),
    kubernetes: `KUBERNETES_SERVICE_HOST KUBERNETES_SERVICE_PORT KUBERNETES_SERVICE_PORT_HTTPS KUBERNETES_PORT
      KUBERNETES_PORT_443_TCP KUBERNETES_PORT_443_TCP_ADDR KUBERNETES_PORT_443_TCP_PROTO POD_NAME POD_NAMESPACE POD_IP
      NODE_NAME NODE_IP EMULATOR_SERVICE_HOST EMULATOR_SERVICE_PORT EMULATOR_SERVICE_PORT_HTTP EMULATOR_PORT_4010_TCP
      EMULATOR_PORT_4010_TCP_ADDR GATEWAY_SERVICE_HOST GATEWAY_PORT GOVERNANCE_GATEWAY_SERVICE_PORT`,
    clouds: `AWS_REGION AWS_ROLE_ARN AWS_ROLE_SESSION_NAME AWS_EXECUTION_ENV ECS_CONTAINER_METADATA_URI K_SERVICE K_REVISION
      CLOUD_RUN_JOB CLOUD_RUN_EXECUTION CLOUDSDK_CONFIG GOOGLE_CLOUD_PROJECT WEBSITE_SITE_NAME DYNO FLY_REGION
      FC_FUNCTION_NAME CONTAINER_NAME`,
    systemd:
      'INVOCATION_ID JOURNAL_STREAM NOTIFY_SOCKET LISTEN_FDS LISTEN_PID MAINPID RUNTIME_DIRECTORY STATE_DIRECTORY LOGS_DIRECTORY CACHE_DIRECTORY CREDENTIALS_DIRECTORY',
    observability:
      'OTEL_SERVICE_NAME OTEL_EXPORTER_OTLP_ENDPOINT OTEL_LOG_LEVEL DD_AGENT_HOST DD_ENV DD_SERVICE RUST_LOG SENTRY_DSN',
    ci: `CI CI_COMMIT_SHA CI_JOB_ID CI_PIPELINE_ID CI_REGISTRY CI_PROJECT_PATH GITHUB_ACTIONS GITHUB_TOKEN GITHUB_REF RUNNER_OS
      RUNNER_TEMP BUILD_NUMBER BUILD_URL JOB_NAME NODE_LABELS EXECUTOR_NUMBER WORKSPACE JENKINS_URL CIRCLECI BUILDKITE
      TRAVIS TF_BUILD`,
    other:
      'UPDATE_PAGES SOAK JEST_WORKER_ID FORCE_COLOR NO_COLOR DEBUG DOTENV_CONFIG_PATH APP_ENV PGHOST PGPORT DATABASE_URL REDIS_URL SERVICE_NAME VERSION PUBLIC_URL BASE_PATH TIMEOUT LOG_FORMAT LOG_FILE MAX_OLD_SPACE_SIZE CACHE_DIR SECRET_KEY ACCESS_KEY_ID ROLE_ARN SESSION_NAME HTTP_TIMEOUT PROXY HOSTS PORTS',
  };

  it.each(Object.entries(ordinary))('of %s stop nothing', (_kind, names) => {
    const environment = Object.fromEntries(names.split(/\s+/).map((name) => [name, 'x']));

    expect(unknownSettings(environment, tables)).toEqual([]);
  });

  it('are the settings themselves', () => {
    const names = tables.flatMap(settingsIn).flatMap((setting) => setting.names);

    expect(unknownSettings(Object.fromEntries(names.map((name) => [name, 'x'])), tables)).toEqual([]);
  });
});
