import type { Connect, Plugin } from 'vite';

/** What the service answers itself; everything else is a page. */
const SERVICE = /^\/(api\/|openapi\.json|docs|healthz|readyz|metrics)/;

/** Which entry a path belongs to: the desk below `/desk`, the resident everywhere else. */
export function entryOf(path: string): string | undefined {
  if (SERVICE.test(path) || /\.[a-z0-9]+$/i.test(path) || path.startsWith('/@')) return undefined;
  return path === '/desk' || path.startsWith('/desk/') ? '/desk.html' : '/resident.html';
}

/** Gives the development server the paths that the service has. */
export function entries(): Plugin {
  const turn: Connect.NextHandleFunction = (request, _response, next) => {
    const [path = '/', query] = (request.url ?? '/').split('?');
    const entry = entryOf(path);
    if (entry) request.url = query ? `${entry}?${query}` : entry;
    next();
  };
  return {
    name: 'whistle:entries',
    configureServer: (server) => void server.middlewares.use(turn),
    configurePreviewServer: (server) => void server.middlewares.use(turn),
  };
}
