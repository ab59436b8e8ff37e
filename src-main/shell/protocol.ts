import { net, protocol, session } from 'electron';
import { readdirSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The origin the window is served from. */
export const appOrigin = 'app://writethru';

/**
 * Scripts, styles, fonts and pictures come from the application itself; nothing is fetched,
 * framed or evaluated. `blob:` pictures are dropped photos.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' blob: data:",
  "connect-src 'none'",
  "worker-src 'self'",
  // Nothing becomes markup by being assigned: only ProseMirror's clipboard and our own reading of
  // what is pasted parse HTML, into documents that are never shown.
  "require-trusted-types-for 'script'",
  'trusted-types ProseMirrorClipboard writethru-paste',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Declares the `app:` scheme; must run before the application is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the files the renderer was built of under `app://writethru/`, and no other. */
export function serveRenderer(folder: string): void {
  const files = filesIn(folder);
  protocol.handle('app', async (request) => {
    const url = new URL(request.url);
    const file = normalize(join(folder, decodeURIComponent(url.pathname)));
    if (`${url.protocol}//${url.host}` !== appOrigin || !files.has(file)) {
      return new Response(null, { status: 404 });
    }
    try {
      const response = await net.fetch(pathToFileURL(file).href);
      const headers = new Headers(response.headers);
      headers.set('Content-Security-Policy', contentSecurityPolicy);
      headers.set('X-Content-Type-Options', 'nosniff');
      return new Response(response.body, { status: response.status, headers });
    } catch {
      return new Response(null, { status: 404 });
    }
  });
}

/** Every file below a folder: what was not built is not served, whatever lies there later. */
function filesIn(folder: string): ReadonlySet<string> {
  return new Set(
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  );
}

/** The workstation is offline: requests that would leave the machine are cancelled. */
export function cutNetwork(allowedOrigins: readonly string[]): void {
  // By host: the development server's page also opens a web socket to it.
  const hosts = new Set(allowedOrigins.map((origin) => new URL(origin).host));
  session.defaultSession.webRequest.onBeforeRequest((details, callback) => {
    const { protocol: scheme, host } = new URL(details.url);
    const allowed =
      ['app:', 'blob:', 'data:', 'devtools:', 'file:'].includes(scheme) || hosts.has(host);
    callback({ cancel: !allowed });
  });
}
