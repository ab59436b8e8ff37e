import { Plugin } from 'prosemirror-state';

/** The tag that says what a style says, and how to read that style. */
const spoken = [
  { property: 'font-weight', tags: ['b', 'strong'], isOn: isBold },
  { property: 'font-style', tags: ['i', 'em'], isOn: isSlanted },
] as const;

/** Reads bold and italic from the styles of pasted HTML, and drops the styles. */
export function pastedHtmlPlugin(): Plugin {
  return new Plugin({ props: { transformPastedHTML: (html) => withoutStyles(html) } });
}

/** The part of Trusted Types (https://w3c.github.io/trusted-types/) that the DOM's types lack. */
type TrustedTypes = {
  readonly createPolicy: (
    name: string,
    rules: { readonly createHTML: (html: string) => string },
  ) => { readonly createHTML: (html: string) => string };
};

/** The page's policy lets only this and ProseMirror's clipboard read HTML; neither shows it. */
const reading = (globalThis as { readonly trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy(
  'writethru-paste',
  { createHTML: (html) => html },
);

function parsable(html: string): string {
  return reading?.createHTML(html) ?? html;
}

/**
 * HTML in which `strong` and `em` stand for what was said by styles, in either sense: some word
 * processors put all they copy in a `b` that is not bold. The content security policy keeps the
 * browser from reading styles, also of a text that is only being pasted.
 */
function withoutStyles(html: string): string {
  if (!/\sstyle\s*=/i.test(html)) return html;
  const page = new DOMParser().parseFromString(parsable(html), 'text/html');
  for (const element of page.body.querySelectorAll('[style]')) {
    const style = element.getAttribute('style') ?? '';
    element.removeAttribute('style');
    for (const { property, tags, isOn } of spoken) {
      const value = valueOf(style, property);
      if (value === undefined) continue;
      const isTag = tags.some((tag) => tag === element.localName);
      if (isOn(value) && !isTag) wrapContent(element, tags[1]);
      else if (!isOn(value) && isTag) element.replaceWith(...element.childNodes);
    }
  }
  return page.body.innerHTML;
}

function wrapContent(element: Element, tag: string): void {
  const wrapper = element.ownerDocument.createElement(tag);
  wrapper.append(...element.childNodes);
  element.append(wrapper);
}

function valueOf(style: string, property: string): string | undefined {
  const declared = new RegExp(`(?:^|;)\\s*${property}\\s*:([^;!]+)`, 'i').exec(style);
  return declared?.[1]?.trim().toLowerCase();
}

function isBold(value: string): boolean {
  return value === 'bold' || value === 'bolder' || Number(value) >= 600;
}

function isSlanted(value: string): boolean {
  return value === 'italic' || value.startsWith('oblique');
}
