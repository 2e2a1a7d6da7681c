# The gateway for real accounts, without the emulator: docs/DEPLOYING.md#in-a-container
ARG NODE_IMAGE=node:24-bookworm-slim

FROM ${NODE_IMAGE} AS build
WORKDIR /gateway
COPY package.json package-lock.json .npmrc ./
COPY packaging packaging
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY schema schema
COPY resolvers resolvers
COPY src src
RUN npx tsc -p tsconfig.build.json \
  && node packaging/bundle.mjs --without-emulator \
  && find dist \( -name '*.d.ts' -o -name '*.map' \) -delete \
  && rm -rf node_modules \
  && npm ci --ignore-scripts --omit=dev \
  && rm -rf tsconfig*.json src resolvers packaging/bundle.mjs \
  && find schema -name '*.ts' -delete

FROM ${NODE_IMAGE}
LABEL org.opencontainers.image.title="alicloud-governance-gateway" \
  org.opencontainers.image.licenses="Apache-2.0"
ENV NODE_ENV=production \
  UPSTREAM=alibaba-cloud \
  HOST=0.0.0.0 \
  PORT=4000
WORKDIR /gateway
# Files belong to root, so that the process cannot change them. It writes nothing.
COPY --from=build /gateway ./
USER 1000:1000
EXPOSE 4000
# The process runs. Whether it accepts requests is in /readyz, which an orchestrator asks.
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/livez`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/gateway.js"]
