// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { ok } from '@domain/result';
import {
  budget,
  dam,
  killed,
  quiet,
  truce,
  undated,
} from '../../../../src-renderer/bridge/fake/desk';
import { WirePane } from '../../../../src-renderer/features/wire/WirePane';
import { CommandContext } from '../../../../src-renderer/state/commands';
import { useDesk } from '../../../../src-renderer/state/desk';
import { refresh } from '../../../../src-renderer/state/queries';
import { all, click, press, the, words } from './find';
import { giveSizes } from './sizes';
import { freshWindow, openFake, settle, show, until } from './window';

freshWindow();

giveSizes();

/** The lines of the list in the order they stand: days, and rows by their slug. */
function lines(): readonly string[] {
  return [...document.querySelectorAll<HTMLElement>('[data-index]')]
    .toSorted((a, b) => Number(a.dataset['index']) - Number(b.dataset['index']))
    .map((line) => (line.matches('[role=option]') ? slugOf(line) : `— ${words(line)}`));
}

function slugOf(row: Element): string {
  return /[A-Z]+-[A-Z0-9]+|NO SLUG/.exec(words(row))?.[0] ?? '';
}

function chosen(): readonly string[] {
  return all('option')
    .filter((row) => row.getAttribute('aria-selected') === 'true')
    .map(slugOf);
}

function row(slug: string): HTMLElement {
  return the('option', new RegExp(slug));
}

describe('the rows of the wire', () => {
  it('stand newest first, under the day they are of', async () => {
    await openFake({ dispatches: [undated(), killed(), truce(), budget(), ...quiet(1)] });
    await show(<WirePane />);
    expect(lines()).toEqual([
      '— Tuesday 2 May 2017',
      'VALMONT-TREVE',
      'ALLOC-BUDGET',
      'METEO-ALPES',
      '— Monday 1 May 2017',
      'NO SLUG',
      '— Sunday 30 April 2017',
      'CALME-1',
    ]);
  });

  it('say what is to be known of each in words', async () => {
    const embargoed = quiet(1)[0]!;
    await openFake({
      dispatches: [truce(), dam(), budget(), killed(), undated(), embargoed],
      embargoes: new Map([[embargoed.id, Date.UTC(2017, 4, 3, 4)]]),
    });
    await show(<WirePane />);
    expect(words(row('VALMONT'))).toMatch(
      /draft saved 22:58.*urgency 3 priority draft 2 takes 3 notes$/,
    );
    expect(words(row('ORRE'))).toMatch(/urgency 2 urgent corrected 2 takes$/);
    expect(words(row('ALLOC'))).toMatch(/Untitled/);
    expect(words(row('METEO'))).toMatch(/killed do not use$/);
    expect(row('METEO').querySelector('s')?.textContent).toMatch(/skieurs/);
    expect(words(row('NO SLUG'))).toMatch(/^time unknown, entered 21:58/);
    expect(words(row('CALME'))).toMatch(/embargo 3 May 2017, 06:00$/);
  });

  it('follow what changed in the archive', async () => {
    const bridge = await openFake({ dispatches: quiet(1) });
    await show(<WirePane />);
    bridge.state.dispatches = [dam(), ...bridge.state.dispatches];
    await settle(() => refresh([]));
    expect(lines()).toContain('ORRE-BARRAGE');
  });

  it('are only drawn where they are in sight, and read on when their end is near', async () => {
    const bridge = await openFake({ dispatches: quiet(230) });
    await show(<WirePane />);
    expect(all('option').length).toBeLessThan(40);
    expect(bridge.asked('wire.list')).toHaveLength(1);
    const list = the('listbox', 'Dispatches');
    await press('End', list);
    await until(() => expect(chosen()).toEqual(['CALME-100']));
    await until(() => expect(bridge.asked('wire.list')).toHaveLength(2));
    const [first, second] = bridge.asked('wire.list');
    expect(first?.after).toBeNull();
    const hundredth = bridge.state.dispatches[99];
    expect(second?.after?.id).toBe(hundredth?.id);
  });
});

describe('the views of the wire', () => {
  it('narrow it, and count what waits', async () => {
    await openFake({ dispatches: [truce(), dam(), budget()] });
    await show(<WirePane />);
    expect(all('radio').map((radio) => words(radio.closest('label')))).toEqual([
      'All',
      'Drafts 2',
      'Published',
      'To answer 1',
    ]);
    await click(the('radio', 'Drafts 2'));
    expect(lines().slice(1)).toEqual(['VALMONT-TREVE', 'ALLOC-BUDGET']);
    await click(the('radio', 'Published'));
    expect(lines().slice(1)).toEqual(['VALMONT-TREVE', 'ORRE-BARRAGE']);
    await click(the('radio', 'To answer 1'));
    expect(words(document.querySelector('[aria-label="Notes to answer"]'))).toMatch(/mb query/);
  });

  it('say when there is nothing in them', async () => {
    await openFake({ dispatches: [dam()] });
    await show(<WirePane />);
    await click(the('radio', 'Drafts'));
    expect(words()).toMatch(/No drafts\./);
    expect(all('listbox')).toEqual([]);
  });
});

describe('the keyboard on the wire', () => {
  async function showThree() {
    await openFake({ dispatches: [truce(), dam(), ...quiet(2)] });
    await show(<WirePane />);
    const list = the('listbox', 'Dispatches');
    list.focus();
    return list;
  }

  it('moves from row to row past the days, and stops at the ends', async () => {
    const list = await showThree();
    const path: (string | undefined)[] = [];
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'End', 'ArrowDown', 'ArrowUp']) {
      await press(key);
      path.push(chosen()[0]);
    }
    expect(path).toEqual([
      'VALMONT-TREVE',
      'ORRE-BARRAGE',
      'CALME-1',
      'CALME-2',
      'CALME-2',
      'CALME-1',
    ]);
    await press('Home');
    expect(chosen()).toEqual(['VALMONT-TREVE']);
    const active = list.getAttribute('aria-activedescendant');
    expect(active).toBe(row('VALMONT').id);
    expect(document.activeElement).toBe(list);
  });

  it('goes from the chosen row to the sheet on Enter', async () => {
    await showThree();
    const sheet = document.createElement('main');
    sheet.dataset['pane'] = 'sheet';
    sheet.append(document.createElement('button'));
    document.body.append(sheet);
    await press('Enter');
    expect(document.activeElement).toBe(sheet.firstElementChild);
  });

  it('leaves other keys alone', async () => {
    const list = await showThree();
    const event = new KeyboardEvent('keydown', { key: 'Tab', bubbles: true, cancelable: true });
    await settle(() => list.dispatchEvent(event));
    expect(event.defaultPrevented).toBe(false);
  });

  it('opens the row that is clicked', async () => {
    await showThree();
    await click(row('ORRE'));
    expect(chosen()).toEqual(['ORRE-BARRAGE']);
    expect(useDesk.getState().chosen).toBe(true);
  });
});

describe('an empty wire', () => {
  it('says what it is for and offers the first steps', async () => {
    const bridge = await openFake();
    const run = vi.fn();
    await show(
      <CommandContext value={run}>
        <WirePane />
      </CommandContext>,
    );
    expect(words()).toContain('The wire is empty');
    await click(the('button', 'New dispatch'));
    await click(the('button', 'Import…'));
    expect(run.mock.calls).toEqual([['dispatch.new'], ['import.choose']]);
    bridge.answer('archive.open-sample', () => ok({}));
    await click(the('button', 'Open the sample archive'));
    expect(bridge.asked('archive.open-sample')).toHaveLength(1);
  });

  it('does not offer the sample archive inside of it', async () => {
    const bridge = await openFake();
    bridge.state.status = { ...bridge.state.status, sample: true } as never;
    await show(<WirePane />);
    expect(all('button', 'Open the sample archive')).toEqual([]);
  });

  it('is not said to be empty when it could not be read', async () => {
    const bridge = await openFake({ dispatches: [dam()] });
    bridge.fail('wire.list', { code: 'archive-busy' });
    await show(<WirePane />);
    expect(words(the('alert'))).toMatch(/^The archive is busy\./);
    expect(words()).not.toContain('The wire is empty');
    bridge.fail('wire.list', null);
    await click(the('button', 'Try again'));
    expect(all('alert')).toEqual([]);
    expect(lines()).toContain('ORRE-BARRAGE');
  });
});
