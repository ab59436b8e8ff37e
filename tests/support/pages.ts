import type { Node } from 'prosemirror-model';
import { EditorState, TextSelection, type Command } from 'prosemirror-state';
import type { AppError } from '@contract/errors';
import { textBlocks } from '@domain/document/canonical-text';
import { err, ok, type Result } from '@domain/result';
import { createDispatch } from '../../src-main/archive/commands/dispatches';
import { checkpointDraft, journalSteps } from '../../src-main/archive/commands/drafts';
import { takeUpUndo } from '../../src-main/archive/commands/undo';
import type { WritableDb } from '../../src-main/archive/database';
import { readStepsSince } from '../../src-main/archive/queries/draft-steps';
import { loadDraft } from '../../src-main/archive/queries/drafts';
import { errorOf } from '../../src-main/archive/refusal';
import { toJson } from '../../src-main/domain/document/node';
import type { StepsSince } from '../../src-renderer/editor/journal';
import { shareDraft, type SharedDraft } from '../../src-renderer/editor/shared-draft';
import { sharingPlugin } from '../../src-renderer/editor/sharing';
import { redo, undo, undoPlugin } from '../../src-renderer/editor/undo';
import { testId } from './archives';
import { document } from './texts';

/** What the way to the archive does with a request: `lost` commits, but its answer does not come. */
export type Fate = 'taken' | 'refused' | 'lost';

const full: AppError = { code: 'archive-full' };
const bridge: AppError = { code: 'internal', reason: 'bridge' };
let lastId = 100;

function nextId(): string {
  lastId += 1;
  return testId(lastId);
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** One draft in a real archive, and the way of requests to it, with what may happen to them. */
export class Office {
  readonly draftId = nextId();
  readonly pages: Page[] = [];
  fate: () => Fate = () => 'taken';
  /** How long the next request or message is under way, in ms. */
  delay: () => number = () => 5;

  constructor(
    readonly db: WritableDb,
    ...paragraphs: readonly string[]
  ) {
    const dispatchId = nextId();
    const details = { slug: '', urgency: 5, desk: '', agency: '', place: '' } as const;
    createDispatch(db, {
      dispatch: { id: dispatchId, language: 'fr', createdAt: 1, ...details },
      draft: {
        id: this.draftId,
        dispatchId,
        kind: 'report',
        document: document('Titre', ...paragraphs),
        author: '',
        now: 1,
      },
    });
  }

  /** The draft as the archive replays it. */
  get kept(): { readonly document: Node; readonly version: number } {
    return loadDraft(this.db, this.draftId);
  }

  /** Opens the draft in another page, as it is kept or as it was read some time before. */
  open(read = this.kept): Page {
    const page = new Page(this, read);
    this.pages.push(page);
    return page;
  }

  /** A page dies with what it had not sent; another opens in its place. */
  restart(page: Page): Page {
    page.draft.journal.close();
    const again = new Page(this, this.kept);
    this.pages[this.pages.indexOf(page)] = again;
    return again;
  }

  /** Carries a request to the archive and its answer back, as fate has it. */
  async carry<T>(request: () => T): Promise<Result<T, AppError>> {
    const [fate, delay] = [this.fate(), this.delay()];
    await after(delay / 2);
    const answer = fate === 'refused' ? err(full) : attempt(request);
    await after(delay / 2);
    return fate === 'lost' ? err(bridge) : answer;
  }

  /** Tells all pages but one of a version, each when the message reaches it. */
  tell(from: Page, version: number): void {
    for (const page of this.pages.filter((other) => other !== from)) {
      void after(this.delay()).then(() => page.draft.journal.hear(version));
    }
  }
}

/** A page with the draft open, and hands on its keyboard. */
export class Page {
  readonly clientId = nextId();
  readonly draft: SharedDraft;
  readonly said = { reloaded: 0, rescued: 0 };

  constructor(office: Office, { document: doc, version }: Office['kept']) {
    const { db, draftId } = office;
    const plugins = [
      undoPlugin({ groupDelay: 0, depth: 200, restores: true }),
      sharingPlugin(this.clientId),
    ];
    this.draft = shareDraft(
      EditorState.create({ doc, plugins }),
      version,
      this.clientId,
      {
        send: (baseVersion, steps, undoable) =>
          office.carry(() => {
            const { clientId } = this;
            const batch = {
              draftId,
              baseVersion,
              steps,
              clientId,
              undo: undoable,
              now: Date.now(),
            };
            const kept = journalSteps(db, batch);
            office.tell(this, kept.version);
            return kept;
          }),
        undo: async (at) => {
          const { clientId } = this;
          const others = office.pages.flatMap((page) => (page === this ? [] : [page.clientId]));
          const taken = await office.carry(() =>
            structuredClone(takeUpUndo(db, { draftId, clientId, version: at, others })),
          );
          return taken.ok && taken.value.is === 'kept' ? taken.value : null;
        },
        stepsSince: (from) =>
          // What the contract's schema makes of the answer.
          office.carry(
            () => structuredClone(readStepsSince(db, { draftId, version: from })) as StepsSince,
          ),
        checkpoint: (at, state) =>
          office.carry(() =>
            checkpointDraft(db, {
              draftId,
              version: at,
              document: toJson(state.doc),
              notes: [],
              now: Date.now(),
            }),
          ),
      },
      {
        changed: () => undefined,
        selected: () => undefined,
        saved: () => undefined,
        reloaded: () => {
          this.said.reloaded += 1;
        },
        rescued: () => {
          this.said.rescued += 1;
        },
      },
    );
    void this.draft.journal.lookAgain();
  }

  get doc(): Node {
    return this.draft.state.doc;
  }

  get text(): string {
    return this.doc.textBetween(0, this.doc.content.size, '|');
  }

  /** What is selected, as positions. */
  get selected(): readonly number[] {
    const { from, to } = this.draft.state.selection;
    return [from, to];
  }

  /** Types at a place: 0 is the beginning of all text, 1 its end. */
  type(place: number, words: string): void {
    const { tr } = this.draft.state;
    this.draft.dispatch(tr.insertText(words, this.position(place)));
  }

  /** Types right after some words. */
  typeAfter(words: string, more: string): void {
    this.draft.dispatch(this.draft.state.tr.insertText(more, this.find(words) + words.length));
  }

  /** Deletes from one place to another. */
  delete(from: number, to: number): void {
    const [start, end] = [this.position(Math.min(from, to)), this.position(Math.max(from, to))];
    this.draft.dispatch(this.draft.state.tr.delete(start, end));
  }

  /** Deletes some words. */
  deleteWords(words: string): void {
    const at = this.find(words);
    this.draft.dispatch(this.draft.state.tr.delete(at, at + words.length));
  }

  /** Breaks the block at a place, where that can be. */
  split(place: number): void {
    const at = this.position(place);
    if (this.doc.resolve(at).parent.type.name !== 'paragraph') return;
    this.draft.dispatch(this.draft.state.tr.split(at));
  }

  undo(): void {
    this.run(undo);
  }

  redo(): void {
    this.run(redo);
  }

  select(place: number): void {
    const { tr, doc } = this.draft.state;
    this.draft.dispatch(tr.setSelection(TextSelection.create(doc, this.position(place))));
  }

  private run(command: Command): void {
    command(this.draft.state, this.draft.dispatch);
  }

  private position(place: number): number {
    const blocks = textBlocks(this.doc);
    const all = blocks.flatMap(({ pos, text }) =>
      Array.from({ length: text.length + 1 }, (_, index) => pos + index),
    );
    return all[Math.min(all.length - 1, Math.floor(place * all.length))] ?? 1;
  }

  private find(words: string): number {
    const block = textBlocks(this.doc).find(({ text }) => text.includes(words));
    if (block === undefined) throw new Error(`These words are not there: ${words}`);
    return block.pos + block.text.indexOf(words);
  }
}

function attempt<T>(request: () => T): Result<T, AppError> {
  try {
    return ok(request());
  } catch (thrown) {
    return err(errorOf(thrown));
  }
}
