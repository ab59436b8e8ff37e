// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { ok } from '@domain/result';
import type { StyleMark } from '@domain/style/marks';
import { truce } from '../../../../src-renderer/bridge/fake/desk';
import { useStyle } from '../../../../src-renderer/state/style';
import { click, the, words } from './find';
import { openEditor, showMargin } from './margin';
import { freshWindow, settle, until } from './window';

freshWindow();

const misspelled: StyleMark = {
  kind: 'spelling',
  why: 'unknown',
  words: 'evenement',
  fixes: [],
  language: 'fr',
  start: 3,
  end: 12,
};
const number: StyleMark = {
  kind: 'number',
  why: 'grouping',
  words: '12000',
  fixes: ['12\u00A0000'],
  start: 20,
  end: 25,
};

/** The Checks tab of a draft in which these were found. */
async function showChecks(
  shown: readonly StyleMark[],
  left: readonly StyleMark[] = [],
  language: 'fr' | 'en' | null = null,
) {
  const dispatch = truce();
  const bridge = await showMargin(dispatch, 'checks', ({ answer }) =>
    answer('style.suggest', () => ok({ suggestions: ['événement', 'éventement'] })),
  );
  await settle(() => {
    openEditor(dispatch);
    useStyle.setState({ findings: { shown, left, waiting: 0, language, spelled: true } });
  });
  return { bridge, dispatch };
}

const list = () => the('region', 'Spelling and style');

describe('the Checks tab', () => {
  it('lists what was found by kind, with what may be meant', async () => {
    await showChecks([misspelled, number]);
    await until(() => expect(words(list())).toContain('événement'));
    expect(words(the('region', 'Spelling', list()))).toMatch(
      /No dictionary or list knows “evenement”/,
    );
    expect(words(the('region', 'Numbers and units', list()))).toContain('12 000');
  });

  it('leaves a point as it is, and adds a word to the lists', async () => {
    const { bridge, dispatch } = await showChecks([misspelled, number]);
    await click(the('button', 'Leave it', the('region', 'Numbers and units', list())));
    expect(bridge.asked('style.leave')).toEqual([
      { dispatchId: dispatch.id, left: { kind: 'number', words: '12000' }, stays: true },
    ]);
    await click(the('button', 'Add to my words', the('region', 'Spelling', list())));
    await until(() => expect(bridge.asked('preferences.set')).toEqual([{ words: ['evenement'] }]));
  });

  it('takes up again what was left', async () => {
    const { bridge } = await showChecks([], [number]);
    expect(words(list())).toContain('1 point left as it is');
    await click(the('button', 'Check again', list()));
    expect(bridge.asked('style.leave')[0]?.stays).toBe(false);
  });

  it('says when the text reads as another language, and marks the dispatch so', async () => {
    const { bridge } = await showChecks([], [], 'en');
    expect(words(list())).toContain('reads as English');
    await click(the('button', 'Mark it as English', list()));
    expect(bridge.asked('dispatch.set-details')[0]?.details.language).toBe('en');
  });

  it('says so where nothing was found', async () => {
    await showChecks([]);
    expect(words(list())).toContain('Nothing to remark on spelling and style.');
  });
});
