# syntax=docker/dockerfile:1
FROM node:20-bookworm-slim AS web
WORKDIR /src/web
COPY web/package.json web/package-lock.json web/.npmrc ./
RUN npm ci
COPY web ./
RUN npm run build

FROM rust:1.95-slim-bookworm AS build
RUN apt-get update \
    && apt-get install -y --no-install-recommends build-essential pkg-config \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
COPY --from=web /src/web/dist web/dist
# Checked queries are compiled from .sqlx: no database is needed to build.
ENV SQLX_OFFLINE=true
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/src/target \
    cargo build --release --locked --bin whistle \
    && cp target/release/whistle /usr/local/bin/whistle

FROM debian:bookworm-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates curl tzdata \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --user-group --create-home --home-dir /var/lib/whistle whistle
COPY --from=build /usr/local/bin/whistle /usr/local/bin/whistle
USER whistle
WORKDIR /var/lib/whistle
VOLUME /var/lib/whistle
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
    CMD curl --fail --silent --show-error http://127.0.0.1:8080/healthz
ENTRYPOINT ["whistle"]
CMD ["serve", "--listen", "0.0.0.0:8080", "--data-dir", "/var/lib/whistle"]
