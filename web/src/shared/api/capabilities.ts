// Written by `npm run api` from openapi.json; not to be edited.

/** Queries that can wait until the service knows of a command. */
export const waitingPaths: ReadonlySet<string> = new Set([
  '/api/v1/cases',
  '/api/v1/cases/export',
  '/api/v1/dispatches',
  '/api/v1/dispatches/export',
  '/api/v1/echo-wordings',
  '/api/v1/ledger',
  '/api/v1/ledger/export',
  '/api/v1/precedents',
  '/api/v1/registers/{register}',
  '/api/v1/reports/backlog',
  '/api/v1/reports/backlog/grids',
  '/api/v1/reports/explain',
  '/api/v1/reports/scores',
  '/api/v1/reports/sla',
  '/api/v1/reports/sla/export',
]);
