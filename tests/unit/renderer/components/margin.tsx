import { useRef } from 'react';
import type { DispatchModel } from '@contract/models';
import { parseDocument } from '@domain/document/node';
import type { FakeBridge } from '../../../../src-renderer/bridge/fake';
import { Toasts } from '../../../../src-renderer/app/Toasts';
import type { DraftHandle } from '../../../../src-renderer/editor';
import { MarginPane } from '../../../../src-renderer/features/margin/MarginPane';
import { useDesk, type MarginTab } from '../../../../src-renderer/state/desk';
import { useLiveDraft } from '../../../../src-renderer/state/draft';
import { openFake, show } from './window';

/** The margin of a dispatch, open at a tab, with what the window says of what is done there. */
export async function showMargin(
  dispatch: DispatchModel,
  tab: MarginTab,
  prepare: (bridge: FakeBridge) => void = () => undefined,
): Promise<FakeBridge> {
  const bridge = await openFake({ dispatches: [dispatch] });
  prepare(bridge);
  useDesk.setState({ dispatchId: dispatch.id, marginTab: tab });
  await show(<Margin />);
  return bridge;
}

function Margin() {
  const sheet = useRef<HTMLDivElement>(null);
  return (
    <>
      <div ref={sheet} />
      <MarginPane sheet={sheet} />
      <Toasts />
    </>
  );
}

/** Puts a dispatch's draft on the desk as if its editor were open. */
export function openEditor(
  dispatch: DispatchModel,
  flush: () => Promise<boolean> = () => Promise.resolve(true),
): void {
  const { draft } = dispatch;
  const parsed = parseDocument(draft?.document);
  if (draft === null || !parsed.ok) throw new Error('the dispatch has no draft');
  const handle: DraftHandle = {
    draftId: draft.id,
    focus: () => undefined,
    run: () => false,
    setHeading: () => undefined,
    choosePhotos: () => undefined,
    suggest: { toggle: () => true, settle: () => 0, next: () => false, show: () => undefined },
    find: { selection: () => ({ from: 0, to: 0 }), select: () => false, replace: () => false },
    style: { next: () => null, show: () => false, replace: () => false, ask: () => false },
    typeset: () => 0,
    typesetPasted: () => 0,
    flush,
    version: () => draft.version,
    insertFromLibrary: () => false,
    sign: () => undefined,
    become: () => undefined,
    document: () => parsed.value,
  };
  useLiveDraft.setState({ handle, document: parsed.value });
}
