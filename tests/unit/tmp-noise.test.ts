import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { it } from 'vitest';
import { checkBlock, checkText } from '@domain/style/check';
import { loadDictionaries } from '../../src-main/services/spelling/dictionaries';
import { checkBlocks } from '../../src-main/services/spelling/check';
import { detectLanguage } from '@domain/wire/language';
function* walk(d: string): Generator<string> {
  for (const n of readdirSync(d)) {
    const p = path.join(d, n);
    if (statSync(p).isDirectory()) yield* walk(p);
    else if (/\.(txt|md)$/.test(n) && n !== 'README.md') yield p;
  }
}
it('noise', async () => {
  const d = await loadDictionaries('out/main/dictionaries');
  const all = new Map<string, Map<string, number>>();
  let words = 0;
  let files = 0;
  let t = 0;
  let ts = 0;
  const lang: Record<string, number> = {};
  for (const dir of process.env['DIRS']!.split(','))
    for (const f of walk(dir)) {
      if (files > 400) break;
      files++;
      const texts = readFileSync(f, 'utf8')
        .split(/\n+/)
        .filter((x) => x.trim())
        .slice(0, 200);
      const whole = detectLanguage(texts.join('\n'));
      words += texts.join(' ').split(/\s+/).length;
      let b = performance.now();
      const res = checkBlocks(
        { blocks: texts.map((text) => ({ text, language: whole, parts: [] })) },
        d,
      );
      ts += performance.now() - b;
      for (const r of res.blocks) {
        const k = `${whole} ${r.language}`;
        lang[k] = (lang[k] ?? 0) + 1;
      }
      b = performance.now();
      const blocks = texts.map((text, i) =>
        checkBlock(
          { type: 'paragraph', text, language: res.blocks[i]!.language ?? whole },
          res.blocks[i]!.unknown,
        ),
      );
      const marks = checkText(blocks, {
        wireCapitals: true,
        words: [],
        houseForms: ['Maison Blanche', 'Nations unies', 'Union européenne', 'White House'],
        today: null,
        left: new Set(),
      });
      t += performance.now() - b;
      for (const m of marks.flatMap((x) => x.shown)) {
        const k = m.kind + (m.why ? ' ' + m.why : '');
        const e = all.get(k) ?? new Map();
        const v = m.words + ' → ' + (m.fixes[0] ?? '');
        e.set(v, (e.get(v) ?? 0) + 1);
        all.set(k, e);
      }
    }
  console.log({ files, words, local: t, spell: ts, lang });
  for (const [k, m] of all)
    console.log(
      k,
      [...m.values()].reduce((a, b) => a + b),
      [...m]
        .sort((a, b) => b[1] - a[1])
        .slice(0, Number(process.env['N'] ?? 40))
        .map(([w, n]) => `${w} ×${n}`)
        .join(' | '),
    );
});
