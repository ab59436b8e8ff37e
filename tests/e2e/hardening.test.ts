import { expect, test } from '@playwright/test';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { channelNames } from '../../src-main/contract/channels';
import { foundByAxe } from './support/axe';
import { chooseMenu, forget, launch, quit, type Workstation } from './support/workstation';
import { saved, writeDispatch } from './support/writing';

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

test('diagnostics are shown before they are copied, and hold no words, names or paths', async () => {
  const { page } = desk;
  await writeDispatch(desk, 'Un titre à taire', 'Des mots à taire.');
  await saved(page);
  await chooseMenu(desk, 'help.diagnostics');
  const dialog = page.getByRole('dialog', { name: 'Informations de diagnostic' });
  const shown = dialog.getByLabel('Ce qui sera copié');
  await expect(shown).toContainText(/Writethru \d/);
  await expect(shown).toContainText(/SQLite 3\./);
  await expect(shown).toContainText('1 dispatches');
  await expect(shown).toContainText('"event":"started"');
  const text = await shown.textContent();
  expect(text).not.toMatch(/taire|desk\.writethru|\/tmp|mbr/);
  await dialog.getByRole('button', { name: 'Copier', exact: true }).press('Enter');
  await expect(dialog.getByRole('status')).toHaveText('Copié.');
  const copied = await desk.app.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied.replaceAll('\r\n', '\n')).toBe(text);
  expect(await foundByAxe(desk)).toEqual([]);
  await page.keyboard.press('Escape');
});

test('no text becomes markup or a script, and nothing is fetched', async () => {
  const outcome = await desk.page.evaluate(async () => {
    const blocked: string[] = [];
    addEventListener('securitypolicyviolation', (event) => {
      blocked.push(event.effectiveDirective);
    });
    const inline = document.createElement('script');
    const ways: readonly (() => void)[] = [
      () => {
        document.createElement('div').innerHTML = '<img src=x onerror=alert(1)>';
      },
      () => inline.append('globalThis.broken = true'),
      () => {
        inline.src = 'https://example.org/script.js';
      },
    ];
    const taken = ways.filter((way) => {
      try {
        way();
        return true;
      } catch {
        return false;
      }
    }).length;
    const fetched = await fetch('https://example.org/').then(
      () => 'fetched',
      () => 'refused',
    );
    const policy = await new Promise((resolve) => {
      setTimeout(() => resolve([...blocked]), 0);
    });
    return { policy, fetched, taken, broken: 'broken' in globalThis };
  });
  expect(outcome.broken).toBe(false);
  expect(outcome.fetched).toBe('refused');
  expect(outcome.taken).toBe(0);
  expect(outcome.policy).toEqual(
    expect.arrayContaining(['require-trusted-types-for', 'connect-src']),
  );
});

test('files outside the built page, and those that came to it later, are not served', async () => {
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
      await ask('app://writethru/later.html'),
    ];
  });
  expect(statuses).toEqual([200, 404, 404, 404, 404]);
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

test('nothing of any process reaches the network', async () => {
  const heard: string[] = [];
  const server = createServer((request, response) => {
    heard.push(request.url ?? '');
    response.end('heard');
  });
  server.on('upgrade', (request, socket) => {
    heard.push(request.url ?? '');
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const at = `127.0.0.1:${port}`;
  const inPage = await desk.page.evaluate(async (host) => {
    const image = new Image();
    const shown = new Promise((resolve) => {
      image.addEventListener('load', () => resolve('shown'));
      image.addEventListener('error', () => resolve('refused'));
    });
    image.src = `http://${host}/image`;
    const socket = await new Promise((resolve) => {
      try {
        const opened = new WebSocket(`ws://${host}/socket`);
        opened.addEventListener('open', () => resolve('open'));
        opened.addEventListener('error', () => resolve('refused'));
      } catch {
        resolve('refused');
      }
    });
    const asked = await fetch(`http://${host}/fetch`).catch(() => 'refused');
    const sent = navigator.sendBeacon(`http://${host}/beacon`, 'x');
    return { image: await shown, socket, asked, sent };
  }, at);
  expect(inPage).toMatchObject({ image: 'refused', socket: 'refused', asked: 'refused' });
  // The session's own requests too, whoever makes them.
  const inMain = await desk.app.evaluate(async ({ session }, host) => {
    const ask = session.defaultSession.fetch(`http://${host}/main`);
    return await ask.then(
      () => 'answered',
      () => 'refused',
    );
  }, at);
  expect(inMain).toBe('refused');
  await new Promise((resolve) => server.close(resolve));
  expect(heard).toEqual([]);
});

test('no permission is given but reading the clipboard', async () => {
  const states = await desk.page.evaluate(async () => {
    const asked = ['geolocation', 'notifications', 'camera', 'microphone', 'midi'] as const;
    const each = await Promise.all(
      asked.map(async (name) => {
        const { state } = await navigator.permissions.query({ name });
        return state;
      }),
    );
    const camera = await navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'given',
      () => 'denied',
    );
    return [...each, camera];
  });
  expect(new Set(states)).toEqual(new Set(['denied']));
});
