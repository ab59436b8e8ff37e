// @vitest-environment happy-dom
import { useRef } from 'react';
import { describe, expect, it } from 'vitest';
import { ok } from '@domain/result';
import type { ResponseOf } from '@contract/requests';
import type { Outcome } from '../../../../src-renderer/bridge/bridge';
import type { FakeBridge } from '../../../../src-renderer/bridge/fake';
import { dam, killed, quiet, truce } from '../../../../src-renderer/bridge/fake/desk';
import { fakeSearch } from '../../../../src-renderer/bridge/fake/search';
import { Announcer } from '../../../../src-renderer/app/Announcer';
import { SearchField } from '../../../../src-renderer/features/search/SearchField';
import { SearchPane } from '../../../../src-renderer/features/search/SearchPane';
import { useDesk } from '../../../../src-renderer/state/desk';
import { all, click, fill, press, the, words } from './find';
import { giveSizes } from './sizes';
import { freshWindow, later, openFake, settle, show, until } from './window';

freshWindow();
giveSizes();

function Search() {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <SearchField field={field} />
      <SearchPane />
      <Announcer />
    </>
  );
}

async function openSearch(): Promise<FakeBridge> {
  const bridge = await openFake({ dispatches: [truce(), dam(), killed(), ...quiet(3)] });
  await show(<Search />);
  return bridge;
}

const field = () => the('combobox', 'Search the archive');
const type = (text: string) => fill(field(), text);
const slugs = () => all('option').map((hit) => /[A-Z]+-[A-Z0-9]+/.exec(words(hit))?.[0]);
const active = () => all('option').findIndex((hit) => hit.getAttribute('aria-selected') === 'true');

describe('searching as one types', () => {
  it('asks nothing for an empty field, and says what can be asked', async () => {
    const bridge = await openSearch();
    expect(words()).toContain('Search everything');
    await type('  ');
    expect(bridge.asked('search.query')).toEqual([]);
    expect(words()).toContain('Search everything');
  });

  it('shows what was found newest first, its words marked', async () => {
    await openSearch();
    await type('mardi');
    expect(slugs()).toEqual(['ORRE-BARRAGE', 'VALMONT-TREVE']);
    expect([...document.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual([
      'mardi',
      'mardi',
    ]);
    expect(words()).toContain('2 results · 2 dispatches · 3 ms');
    expect(words(the('status'))).toBe('2 results');
  });

  it('shows each take of a dispatch with its headline, and says which it is', async () => {
    const bridge = await openSearch();
    bridge.answer('search.query', ({ text, limit }) => {
      const found = fakeSearch(bridge.state.dispatches, text, limit);
      const hits = found.hits.flatMap((hit) => {
        const headline = { text: 'Le titre de la dépêche', ranges: [] };
        return [hit, { ...hit, headline, sourceId: hit.dispatchId, kind: 'writethru' }];
      });
      return ok({ ...found, hits });
    });
    await type('mardi');
    expect(all('option').map((hit) => words(hit).includes('Le titre de la dépêche'))).toEqual([
      false,
      true,
      false,
      true,
    ]);
    expect(words(all('option')[1])).toContain('Writethru');
  });

  it('takes the results in place of the wire', async () => {
    await openSearch();
    useDesk.setState({ wireOpen: false });
    await type('mardi');
    expect(useDesk.getState()).toMatchObject({ mode: 'search', wireOpen: true });
  });

  it('drops the answer to an earlier text that comes late', async () => {
    const bridge = await openSearch();
    const late = holdSearches(bridge);
    await type('skieurs');
    await type('mardi');
    expect(words()).toContain('Searching…');
    await settle(() => late.answer('mardi'));
    expect(slugs()).toEqual(['ORRE-BARRAGE', 'VALMONT-TREVE']);
    await settle(() => late.answer('skieurs'));
    expect(slugs()).toEqual(['ORRE-BARRAGE', 'VALMONT-TREVE']);
  });

  it('drops an answer that comes after the search was put away', async () => {
    const bridge = await openSearch();
    const late = holdSearches(bridge);
    await type('mardi');
    await press('Escape', field());
    await settle(() => late.answer('mardi'));
    expect(all('option')).toEqual([]);
    expect(words()).toContain('Search everything');
  });

  it('says that nothing was found, and what was asked', async () => {
    await openSearch();
    await type('zeppelin');
    expect(words()).toContain('Nothing in this archive answers “zeppelin”.');
    expect(field().getAttribute('aria-expanded')).toBe('false');
  });

  it('asks again when the archive changed, and keeps to the hit that was active', async () => {
    const bridge = await openSearch();
    await type('mardi');
    await press('ArrowDown');
    bridge.state.dispatches = bridge.state.dispatches.filter(({ slug }) => slug !== 'CALME-1');
    await settle(() => bridge.emit('dispatches-changed', { ids: [] }));
    expect(bridge.asked('search.query').map(({ text }) => text)).toEqual(['mardi', 'mardi']);
    expect(active()).toBe(1);
  });
});

describe('a search that could not be understood or answered', () => {
  it('shows each problem where it stands in the query', async () => {
    await openSearch();
    await type('mardi desk:Monde "appel');
    const note = document.querySelector('[role=note]');
    expect(words(note)).toContain('“"appel” has no closing quotation mark');
    expect([...(note?.querySelectorAll('mark') ?? [])].at(-1)?.textContent).toBe('"appel');
    expect(slugs()).toContain('VALMONT-TREVE');
  });

  it('puts what may have been meant in its place', async () => {
    await openSearch();
    await type('is:kiled mardi');
    await click(the('button', 'Put is:killed'));
    expect((field() as HTMLInputElement).value).toBe('is:killed mardi');
  });

  it('names a problem it has no words for by its code', async () => {
    const bridge = await openSearch();
    bridge.answer('search.query', ({ text, limit }) => {
      const found = fakeSearch(bridge.state.dispatches, text, limit);
      return ok({ ...found, problems: [{ code: 'unheard-of', start: 0, end: 5 }] });
    });
    await type('mardi');
    expect(words(document.querySelector('[role=note]'))).toContain(
      '“mardi” was left out (unheard-of).',
    );
  });

  it('says why it failed and keeps what was found before', async () => {
    const bridge = await openSearch();
    await type('mardi');
    bridge.fail('search.query', { code: 'archive-busy' });
    await type('mardis');
    expect(words(the('alert'))).toMatch(/^The archive is busy\./);
    expect(slugs()).toHaveLength(2);
    bridge.fail('search.query', null);
    await type('villages');
    expect(all('alert')).toEqual([]);
  });
});

describe('the keyboard in the search', () => {
  it('moves among the results while the caret stays in the field', async () => {
    await openSearch();
    await type('les');
    const count = all('option').length;
    expect(count).toBeGreaterThan(3);
    const path: number[] = [];
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp', 'PageDown', 'ArrowDown', 'PageUp']) {
      await press(key);
      path.push(active());
    }
    expect(path).toEqual([1, 2, 1, count - 1, count - 1, Math.max(0, count - 6)]);
    expect(document.activeElement).toBe(field());
    expect(field().getAttribute('aria-activedescendant')).toBe(all('option')[active()]?.id);
    expect(field().getAttribute('aria-controls')).toBe(the('listbox', 'Results').id);
  });

  it('begins at the newest again for another text', async () => {
    await openSearch();
    await type('mardi');
    await press('ArrowDown');
    await type('les');
    expect(active()).toBe(0);
  });

  it('opens the active result on Enter, its words to be marked', async () => {
    const bridge = await openSearch();
    await type('mardi');
    await press('ArrowDown');
    await press('Enter');
    const wanted = bridge.state.dispatches.find(({ slug }) => slug === 'VALMONT-TREVE');
    const desk = useDesk.getState();
    expect(desk.dispatchId).toBe(wanted?.id);
    expect(desk.hitSourceId).toBe(wanted?.takes[0]?.id);
    expect(desk.searchMatchers).toHaveLength(1);
    expect(desk.mode).toBe('search');
  });

  it('opens a result that is clicked', async () => {
    const bridge = await openSearch();
    await type('mardi');
    await click(all('option')[1]!);
    expect(active()).toBe(1);
    expect(useDesk.getState().dispatchId).toBe(bridge.state.dispatches[0]?.id);
  });

  it('goes back to the wire on Escape', async () => {
    await openSearch();
    const wire = document.createElement('section');
    wire.dataset['pane'] = 'wire';
    wire.append(document.createElement('button'));
    document.body.append(wire);
    await type('mardi');
    await press('Escape');
    expect(useDesk.getState().mode).toBe('wire');
    expect((field() as HTMLInputElement).value).toBe('');
    await until(() => expect(document.activeElement).toBe(wire.firstElementChild));
  });
});

describe('the facets', () => {
  it('tell how many there are of each, and narrow the search', async () => {
    const bridge = await openSearch();
    await type('les');
    const facet = [...document.querySelectorAll('fieldset')].find((one) =>
      words(one).startsWith('Kind'),
    )!;
    expect(words(facet)).toMatch(/Dispatch \d/);
    const box = [...facet.querySelectorAll('label')].find((label) =>
      words(label).startsWith('Kill'),
    );
    await click(box!.querySelector('input')!);
    expect((field() as HTMLInputElement).value).toBe('les kind:kill');
    expect(bridge.asked('search.count').at(-1)).toMatchObject({ text: 'les kind:kill' });
  });

  it('can be put away', async () => {
    await openSearch();
    await type('mardi');
    await click(the('button', 'Narrow'));
    expect(all('group').map((group) => group.getAttribute('aria-label'))).not.toContain('Narrow');
  });
});

describe('searches that are kept', () => {
  it('are saved under a name and opened again', async () => {
    const bridge = await openSearch();
    await type('mardi');
    await click(the('button', 'Save search…'));
    await fill(the('textbox', 'Name'), 'Tuesdays');
    await click(the('button', 'Save'));
    expect(bridge.state.savedSearches).toMatchObject([{ name: 'Tuesdays', query: 'mardi' }]);
    await press('Escape', field());
    await settle();
    await click(the('button', 'Tuesdays'));
    expect((field() as HTMLInputElement).value).toBe('mardi');
  });
});

describe('values of a name', () => {
  it('are offered as they are typed, and put in by the keyboard', async () => {
    await openSearch();
    await type('mardi is:kil');
    (field() as HTMLInputElement).setSelectionRange(12, 12);
    await type('mardi is:kill');
    await until(() => expect(all('option').map(words)).toContain('killed'));
    await press('ArrowDown', field());
    await press('Enter', field());
    expect((field() as HTMLInputElement).value).toBe('mardi is:killed ');
  });
});

/** Keeps the answers to searches back until they are asked for by their text. */
function holdSearches(bridge: FakeBridge) {
  type Found = Outcome<'search.query'>;
  const held = new Map<string, (found: Found) => void>();
  bridge.answer('search.query', ({ text }) => {
    const { answer, give } = later<Found>();
    held.set(text, give);
    return answer;
  });
  return {
    answer: (text: string) => {
      const found: ResponseOf<'search.query'> = fakeSearch(bridge.state.dispatches, text, 50);
      held.get(text)?.(ok(found));
    },
  };
}
