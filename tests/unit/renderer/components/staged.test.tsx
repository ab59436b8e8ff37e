// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { useStaged } from '../../../../src-renderer/features/sheet/useStaged';
import { freshWindow, show, until } from './window';

freshWindow();

function List({ total, least }: { readonly total: number; readonly least: number }) {
  const shown = useStaged('one', total, least);
  return <ol data-shown={shown} />;
}

const shown = (): number => Number(document.querySelector('ol')?.dataset['shown']);

describe('a long list', () => {
  it('shows a screen of it at first, and soon all of it', async () => {
    const seen: number[] = [];
    const observer = new MutationObserver(() => seen.push(shown()));
    observer.observe(document, { attributes: true, childList: true, subtree: true });
    await show(<List total={47} least={0} />);
    await until(() => shown() === 47);
    observer.disconnect();
    expect(seen[0]).toBe(10);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  });

  it('shows at once as much as has to be gone to', async () => {
    const seen: number[] = [];
    const observer = new MutationObserver(() => seen.push(shown()));
    observer.observe(document, { attributes: true, childList: true, subtree: true });
    await show(<List total={47} least={33} />);
    await until(() => shown() === 47);
    observer.disconnect();
    expect(seen[0]).toBe(33);
  });

  it('shows a short one whole', async () => {
    await show(<List total={3} least={0} />);
    expect(shown()).toBe(3);
  });
});
