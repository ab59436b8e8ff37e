import { expect, test } from '@playwright/test';
import { channelNames } from '../../src-main/contract/channels';
import { forget, launch, quit, type Workstation } from './support/workstation';

let desk: Workstation;

test.beforeAll(async () => {
  desk = await launch();
});

test.afterAll(async () => {
  await quit(desk);
  forget(desk.userData);
});

test('the page has the contract’s functions and nothing of Node or Electron', async () => {
  const seen = await desk.page.evaluate(() => ({
    api: Object.keys((globalThis as unknown as { writethru: object }).writethru),
    frozen: Object.isFrozen((globalThis as unknown as { writethru: object }).writethru),
    node: ['require', 'process', 'Buffer', 'module'].filter((name) => name in globalThis),
  }));
  const expected = channelNames.filter((name) => name !== 'import.paths');
  expect(seen.api.toSorted()).toEqual([...expected, 'importDropped', 'on'].toSorted());
  expect(seen.frozen).toBe(true);
  expect(seen.node).toEqual([]);
});

test('windows are sandboxed and isolated', async () => {
  const preferences = await desk.app.evaluate(({ BrowserWindow }) => {
    // Not in Electron's types.
    type Asked = { readonly getLastWebPreferences: () => Record<string, unknown> };
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as Asked | undefined;
    return contents?.getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
  });
});

test('the content security policy forbids inline and foreign scripts, and evaluation', async () => {
  const outcome = await desk.page.evaluate(async () => {
    const blocked: string[] = [];
    addEventListener('securitypolicyviolation', (event) => {
      blocked.push(event.effectiveDirective);
    });
    const inline = document.createElement('script');
    inline.textContent = 'globalThis.broken = true';
    document.head.append(inline);
    const fetched = await fetch('https://example.org/').then(
      () => 'fetched',
      () => 'refused',
    );
    const policy = await new Promise((resolve) => {
      setTimeout(() => resolve([...blocked]), 0);
    });
    return { policy, fetched, broken: 'broken' in globalThis };
  });
  expect(outcome.broken).toBe(false);
  expect(outcome.fetched).toBe('refused');
  expect(outcome.policy).toEqual(expect.arrayContaining(['script-src-elem', 'connect-src']));
});

test('files outside the built page are not served', async () => {
  const statuses = await desk.app.evaluate(async ({ net }) => {
    const ask = async (address: string) => {
      try {
        return (await net.fetch(address)).status;
      } catch {
        return 404;
      }
    };
    return [
      await ask('app://writethru/index.html'),
      await ask('app://writethru/..%2fmain%2findex.js'),
      await ask('app://writethru/%2e%2e/main/index.js'),
      await ask('app://elsewhere/index.html'),
    ];
  });
  expect(statuses).toEqual([200, 404, 404, 404]);
});

test('requests outside their schema are refused with a reason', async () => {
  const answers = await desk.page.evaluate(async () => {
    const api = (globalThis as unknown as { writethru: Record<string, (r: unknown) => unknown> })
      .writethru;
    return [
      await api['dispatch.get']?.({ id: 'nope' }),
      await api['search.query']?.({ text: 'x'.repeat(5_000), limit: 1 }),
      await api['wire.list']?.({ view: 'all', after: null, limit: 10, extra: 1 }),
    ];
  });
  for (const answer of answers) {
    expect(answer).toMatchObject({ ok: false, error: { code: 'validation', reason: 'request' } });
  }
});

test('the page goes nowhere and opens nothing', async () => {
  const opened = await desk.page.evaluate(() => window.open('file:///etc/hosts') === null);
  expect(opened).toBe(true);
  await desk.page.evaluate(() => {
    location.href = 'https://example.org/';
  });
  // Playwright waits for navigations it saw begin: the window itself is asked instead.
  const windows = await desk.app.evaluate(({ BrowserWindow }) =>
    Promise.all(
      BrowserWindow.getAllWindows().map(async ({ webContents }) => {
        const script = "document.querySelector('main') !== null";
        const stands = (await webContents.executeJavaScript(script)) as boolean;
        return [webContents.getURL(), stands] as const;
      }),
    ),
  );
  expect(windows).toEqual([['app://writethru/index.html', true]]);
});
