import { app, session, shell, type WebContents } from 'electron';

/** Refuses what no window of ours needs: permissions, navigation, new windows, web views. */
export function harden(trustedOrigins: readonly string[]): void {
  // Reading the clipboard on a person's command is the one permission the window has a use for.
  const allowed = (contents: WebContents | null, permission: string) =>
    permission === 'clipboard-read' && contents !== null && isTrusted(contents, trustedOrigins);
  session.defaultSession.setPermissionRequestHandler((contents, permission, decide) =>
    decide(allowed(contents, permission)),
  );
  session.defaultSession.setPermissionCheckHandler((contents, permission) =>
    allowed(contents, permission),
  );
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      if (/^(?:https|mailto):/i.test(url)) void shell.openExternal(url);
      return { action: 'deny' };
    });
  });
}

function isTrusted(contents: WebContents, trustedOrigins: readonly string[]): boolean {
  return trustedOrigins.some((origin) => contents.getURL().startsWith(`${origin}/`));
}
