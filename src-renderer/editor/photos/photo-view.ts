import type { Node } from 'prosemirror-model';
import type { EditorView, NodeView, NodeViewConstructor } from 'prosemirror-view';
import { pictureOf, type Picture } from '@domain/document/picture';

/** What a photo says besides its own words, in the language of the window. */
export type PhotoTexts = {
  readonly alt: string;
  readonly altHint: string;
  readonly choose: string;
  readonly missing: string;
  /** While a picture is being taken in. */
  readonly coming: string;
  /** The day a picture was taken, from `2017-05-02`. */
  readonly taken: (day: string) => string;
};

/** What may be done to photos of a draft. */
export type PhotoEvents = { readonly choose: (view: EditorView, at: number) => void };

/** Where the page finds a picture to be looked at; main serves it by its hash. */
function address({ sha256 }: Picture): string {
  return `app://writethru/photos/${sha256}`;
}

/** Draws photos with their pictures; in a draft, with what is asked for beside their words. */
export function photoViews(
  texts: () => PhotoTexts | undefined,
  events: PhotoEvents | null,
): Readonly<Record<'photo', NodeViewConstructor>> {
  return {
    photo: (node, view, position) => new PhotoView(node, view, position, texts(), events),
  };
}

class PhotoView implements NodeView {
  readonly dom = document.createElement('figure');
  readonly contentDOM = document.createElement('div');
  private readonly image = document.createElement('img');
  private readonly facts = document.createElement('div');
  private readonly alt = document.createElement('input');
  private readonly taken = document.createElement('span');
  private readonly choose = document.createElement('button');

  constructor(
    private node: Node,
    private readonly view: EditorView,
    private readonly position: () => number | undefined,
    private readonly texts: PhotoTexts | undefined,
    private readonly events: PhotoEvents | null,
  ) {
    const { dom, contentDOM, image, facts } = this;
    dom.dataset['block'] = 'photo';
    image.decoding = 'async';
    image.draggable = false;
    image.addEventListener('error', () => {
      dom.dataset['missing'] = this.texts?.missing ?? '';
    });
    contentDOM.className = 'photo-words';
    facts.className = 'photo-facts';
    facts.contentEditable = 'false';
    this.taken.className = 'photo-taken';
    facts.append(this.taken);
    if (events !== null) facts.append(this.altField(), this.chooseButton(events));
    dom.append(image, contentDOM, facts);
    this.draw();
  }

  update(node: Node): boolean {
    if (node.type !== this.node.type) return false;
    this.node = node;
    this.draw();
    return true;
  }

  stopEvent(event: Event): boolean {
    return event.target instanceof HTMLElement && this.facts.contains(event.target);
  }

  ignoreMutation(mutation: { readonly type: string; readonly target: globalThis.Node }): boolean {
    return mutation.type !== 'selection' && !this.contentDOM.contains(mutation.target);
  }

  private draw(): void {
    const picture = pictureOf(this.node);
    const alt = String(this.node.attrs['alt']);
    const { dom, image, texts } = this;
    image.hidden = picture === null;
    image.alt = alt;
    if (picture !== null && image.getAttribute('src') !== address(picture)) {
      delete dom.dataset['missing'];
      image.width = picture.width;
      image.height = picture.height;
      image.src = address(picture);
    }
    if (picture === null) delete dom.dataset['pictured'];
    else dom.dataset['pictured'] = '';
    const day = picture?.taken;
    this.taken.hidden = day === undefined;
    this.taken.textContent = day === undefined ? '' : (texts?.taken(day) ?? day);
    this.choose.hidden = picture !== null;
    if (this.alt.value !== alt) this.alt.value = alt;
  }

  private altField(): HTMLElement {
    const { alt, texts } = this;
    alt.className = 'photo-alt';
    alt.setAttribute('aria-label', texts?.alt ?? '');
    alt.placeholder = texts?.altHint ?? '';
    alt.maxLength = 2_000;
    alt.addEventListener('input', () => {
      const at = this.position();
      if (at !== undefined) {
        this.view.dispatch(this.view.state.tr.setNodeAttribute(at, 'alt', alt.value));
      }
    });
    alt.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== 'Escape') return;
      event.preventDefault();
      this.view.focus();
    });
    return alt;
  }

  private chooseButton(events: PhotoEvents): HTMLElement {
    const { choose, texts } = this;
    choose.type = 'button';
    choose.className = 'photo-choose';
    choose.textContent = texts?.choose ?? '';
    choose.addEventListener('click', () => {
      const at = this.position();
      if (at !== undefined) events.choose(this.view, at);
    });
    return choose;
  }
}
