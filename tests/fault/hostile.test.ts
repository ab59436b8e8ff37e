import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { describe, expect, it } from 'vitest';
import { readFile } from '../../src-main/domain/exchange/read';
import { listEntry, writeText } from '../../src-main/domain/exchange/write';
import type { ExchangeItem } from '../../src-main/domain/exchange/item';
import { seeded, type Random } from '../bench/support/random';
import { patience, tell, tries } from './support/tally';

const zone = 'Europe/Zurich';

/** What should never do anything, wherever in a file it stands. */
const payloads = [
  '<script>alert(1)</script>',
  '</title><script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)><a xlink:href="javascript:alert(1)">x</a></svg>',
  '<a href="javascript:alert(1)">lien</a>',
  '<a href=" jAvAsCrIpT&#58;alert(1)">lien</a>',
  '<a href="data:text/html,<script>alert(1)</script>">lien</a>',
  '<iframe src="https://example.org"></iframe>',
  '<style>@import "https://example.org/x.css"</style>',
  '<base href="https://example.org/">',
  '<meta http-equiv="refresh" content="0;url=https://example.org">',
  '<form action="https://example.org"><input name=q></form>',
  '<object data="https://example.org"></object>',
  '<p style="background:url(https://example.org/x.png)" onclick="alert(1)">clic</p>',
  '" onmouseover="alert(1)" x="',
  "' onfocus='alert(1)' autofocus='",
  '=HYPERLINK("https://example.org";"clic")',
  "+cmd|' /C calc'!A0",
  '-2+3+cmd',
  '@SUM(1+9)*cmd',
  '\t=1+1',
  '\u202Etxt.exe\u202C',
  'аррӏе.com',
  '\u0000\u0008\u001B]0;titre\u0007',
  '[lien](javascript:alert(1))',
  '![image](https://example.org/x.png)',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<!--><script>alert(1)</script>-->',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '\uD800',
] as const;

const frames: readonly ((
  a: string,
  b: string,
  c: string,
) => readonly [name: string, text: string])[] = [
  (a, b, c) => [
    'page.html',
    `<!doctype html><title>${a}</title><h1>${b}</h1><p>Le texte. ${c}</p>`,
  ],
  (a, b, c) => [
    'text.md',
    `---\ntitle: ${JSON.stringify(a)}\nslug: ${JSON.stringify(b)}\n---\n\n# Titre ${a}\n\nLe texte. ${c}\n`,
  ],
  (a, b, c) => [
    'wire.txt',
    `Publié le 2 mai 2017, 21:14\n\n${a}\n\nLe texte du jour. ${b}\n\n${c}\n\nats/xyz\n`,
  ],
  (a, b, c) => [
    'item.json',
    JSON.stringify({
      uri: 'urn:x:1',
      type: 'text',
      standard: { name: 'ninjs', version: '3.1' },
      headlines: [{ value: a }],
      by: b,
      bodies: [{ role: 'main', contenttype: 'text/html', value: `<p>Le texte.</p>${c}` }],
    }),
  ],
  (a, b, c) => [
    'item.nitf.xml',
    `<nitf><head><title>T</title></head><body><body.head><hedline><hl1>${escape(a)}</hl1></hedline><byline>${escape(b)}</byline></body.head><body.content><p>Le texte. ${escape(c)}</p></body.content></body></nitf>`,
  ],
  (a, b, c) => [
    'feed.xml',
    `<rss version="2.0"><channel><title>F</title><item><title>${escape(a)}</title><author>${escape(b)}</author><description>${escape(`<p>Le texte.</p>${c}`)}</description></item></channel></rss>`,
  ],
];

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** What in a page would do something, fetch something or lead astray. */
function alive(html: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: Tree.ChildNode | Tree.Document): void => {
    if ('tagName' in node) found.push(...livePartsOf(node));
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parse(html));
  return found;
}

/** What the workstation's own pages hold and nothing else: styles and data of the page itself. */
const forbidden = /^(?:iframe|object|embed|form|input|base|svg|video|audio|img|link|frame)$/;

function livePartsOf({ tagName, attrs, childNodes }: Tree.Element): readonly string[] {
  const attribute = (name: string) => attrs.find((one) => one.name === name)?.value;
  const bad = attrs.filter(
    ({ name, value }) =>
      name.startsWith('on') ||
      name === 'style' ||
      (/^(?:href|src|action|data)$/.test(name) && !/^(?:https?:|mailto:|#|urn:)/i.test(value)),
  );
  const text = childNodes.map((child) => ('value' in child ? child.value : '')).join('');
  const isAlive =
    forbidden.test(tagName) ||
    (tagName === 'script' && attribute('type') !== 'application/ld+json') ||
    (tagName === 'style' && /url\(|@import/.test(text)) ||
    (tagName === 'meta' && attribute('http-equiv')?.toLowerCase() === 'refresh');
  return [...(isAlive ? [tagName] : []), ...bad.map(({ name }) => `${tagName} ${name}`)];
}

/** Cells that a spreadsheet would take for a formula. */
function formulas(line: string): readonly string[] {
  const cells = line.match(/(?<=^|,)(?:"(?:[^"]|"")*"|[^,"\r\n]*)/g) ?? [];
  return cells.filter((cell) => /^"?[=+\-@\t\r]/.test(cell));
}

function dangersOf(item: ExchangeItem): readonly string[] {
  const uri = 'urn:uuid:01890000-0000-7000-8000-000000000001';
  const context = { madeAt: 0, zone };
  return [
    ...alive(writeText(item, uri, 'html', context)),
    ...formulas(listEntry(item, uri, 'csv', 0)),
    // eslint-disable-next-line no-control-regex -- control bytes are what is looked for
    ...(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/.test(writeText(item, uri, 'nitf', context))
      ? ['control bytes in XML']
      : []),
  ];
}

function made(random: Random): readonly [name: string, text: string] {
  const payload = (): string => {
    const text = payloads[random.whole(0, payloads.length - 1)] ?? '';
    return random.happens(0.3) ? `Mot ${text}` : text;
  };
  const frame = frames[random.whole(0, frames.length - 1)];
  return frame?.(payload(), payload(), payload()) ?? ['text.txt', payload()];
}

describe('files made to do harm', () => {
  it('are read as text, and what is exported of them does nothing', { timeout: patience }, () => {
    const random = seeded(61);
    const total = tries(10_000, 600);
    const dangers: string[] = [];
    let read = 0;
    for (let index = 0; index < total; index += 1) {
      const [name, text] = made(random);
      const reading = readFile(Buffer.from(text), name, { zone });
      if (!reading.ok) continue;
      read += 1;
      for (const { item } of reading.value.items) {
        dangers.push(...dangersOf(item).map((danger) => `${danger} of ${JSON.stringify(text)}`));
      }
    }
    tell({
      fault: 'documents made to do harm',
      tries: total,
      acknowledged: read,
      lost: null,
      torn: null,
      damaged: dangers.length,
      found: null,
    });
    expect(dangers.slice(0, 3)).toEqual([]);
    expect(read).toBeGreaterThan(total / 2);
  });
});
