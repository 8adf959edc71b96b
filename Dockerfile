# syntax=docker/dockerfile:1
# Gavel as one process, for production: no development tools, no local Slack's database, no root.

FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY packages/adr/package.json packages/adr/package.json
# The npm package `node` brings Node 24 to machines that have an older one; this image has it already.
RUN npm ci --omit=dev --omit=optional --workspace=@gavel/adr --include-workspace-root --ignore-scripts --no-audit --no-fund \
 && rm -rf node_modules/node node_modules/node-bin-* node_modules/.bin

FROM debian:bookworm-slim
# openssh-client for repositories over ssh, libstdc++6 for Node, ca-certificates for https.
RUN apt-get update \
 && apt-get install -y --no-install-recommends git openssh-client ca-certificates libstdc++6 \
 && rm -rf /var/lib/apt/lists/* /var/cache/apt/* /var/log/* \
 && groupadd --gid 10001 gavel \
 && useradd --uid 10001 --gid gavel --create-home --home-dir /home/gavel --shell /usr/sbin/nologin gavel \
 && install -d -o gavel -g gavel -m 0700 /var/lib/gavel
COPY --from=packages /usr/local/bin/node /usr/local/bin/node
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY package.json manifest.json ./
COPY packages/adr packages/adr
COPY db db
COPY src src

# In production nothing is started in place of what is not configured: Gavel names what is missing instead.
ENV NODE_ENV=production GAVEL_DATA=/var/lib/gavel PORT=3000
USER gavel
VOLUME /var/lib/gavel
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "src/http/health-check.ts"]
# Node is process 1 and gets the signals itself; the flags are those of `npm start`.
CMD ["node", "--max-semi-space-size=4", "--max-old-space-size=1024", "src/main.ts"]
