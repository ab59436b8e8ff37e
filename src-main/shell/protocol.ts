import { protocol, session } from 'electron';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import type { PictureBytes } from '../archive/client';

/** The origin the window is served from. */
export const appOrigin = 'app://writethru';

/**
 * Scripts, styles, fonts and pictures come from the application itself; nothing is fetched,
 * framed or evaluated. The pictures of photos come from here too, by their hash.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
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

/** The kinds of file a window is built of; no other is served. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};

/** Declares the `app:` scheme; must run before the application is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      // Compiled scripts are kept from one start to the next.
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Gives the picture of a photo by its hash, to be looked at; null where there is none. */
export type PictureSource = (sha256: string) => Promise<PictureBytes | null>;

/**
 * Serves the files the renderer was built of under `app://writethru/`, and the pictures of the open
 * archive under `app://writethru/photos/` by their hash, and nothing else.
 */
export function serveRenderer(folder: string, picture: PictureSource): void {
  const files = filesIn(folder);
  protocol.handle('app', async (request) => {
    const url = new URL(request.url);
    const hash = /^\/photos\/([0-9a-f]{64})$/.exec(url.pathname)?.[1];
    if (hash !== undefined && `${url.protocol}//${url.host}` === appOrigin) {
      return pictureResponse(await picture(hash));
    }
    const file = normalize(join(folder, decodeURIComponent(url.pathname)));
    const type = types[extname(file)];
    const known = `${url.protocol}//${url.host}` === appOrigin && files.has(file);
    if (!known || type === undefined) return new Response(null, { status: 404 });
    try {
      // In one piece: a page begins sooner than by the stream of a fetch.
      return new Response(await readFile(file), {
        headers: {
          'Content-Type': type,
          'Content-Security-Policy': contentSecurityPolicy,
          'X-Content-Type-Options': 'nosniff',
        },
      });
    } catch {
      return new Response(null, { status: 404 });
    }
  });
}

/** A picture and nothing but a picture: one of the three kinds, never guessed, never a document. */
function pictureResponse(picture: PictureBytes | null): Response {
  if (picture === null) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(picture.bytes), {
    headers: {
      'Content-Type': picture.type,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
      // What a hash names never changes.
      'Cache-Control': 'private, max-age=31536000, immutable',
    },
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
