/** What is read from the style of an element before it is dropped. */
export type Spoken = {
  /** Whether it says bold or not bold; undefined where it says nothing of it. */
  readonly strong: boolean | undefined;
  readonly emphasis: boolean | undefined;
  readonly hidden: boolean;
  /** What a word processor keeps a list's signs and comments in. */
  readonly office: 'list-sign' | 'list-item' | 'comment' | 'comments' | null;
};

const unspoken: Spoken = { strong: undefined, emphasis: undefined, hidden: false, office: null };

const quiet = 'data-pasted-style';

/**
 * HTML whose styles are named so that the browser does not know them. It would refuse and report each of
 * them, by the content security policy: most of what pasting a long text took.
 */
export function withQuietStyles(html: string): string {
  return html.replaceAll(/<[a-z][^<>]*>/gi, (tag) => tag.replaceAll(/\sstyle\s*=/gi, ` ${quiet}=`));
}

/** The style of an element, under either name. */
function styleOf(element: Element): string | null {
  return element.getAttribute(quiet) ?? element.getAttribute('style');
}

/** Whether an attribute is a style. */
export function isStyle(name: string): boolean {
  return name === quiet || name === 'style';
}

/**
 * What a style says besides looks. The content security policy keeps the browser from reading styles,
 * also of a text that is only being pasted, so that they are read here.
 */
export function spokenBy(element: Element): Spoken {
  const style = styleOf(element);
  if (style === null) return unspoken;
  const weight = valueOf(style, 'font-weight');
  const slant = valueOf(style, 'font-style');
  return {
    strong: weight === undefined ? undefined : isBold(weight),
    emphasis: slant === undefined ? undefined : slant === 'italic' || slant.startsWith('oblique'),
    hidden: valueOf(style, 'display') === 'none' || valueOf(style, 'mso-hide') === 'all',
    office: officeOf(style),
  };
}

function officeOf(style: string): Spoken['office'] {
  if (!style.includes('mso-')) return null;
  const list = valueOf(style, 'mso-list');
  if (list !== undefined) return list === 'ignore' ? 'list-sign' : 'list-item';
  const element = valueOf(style, 'mso-element');
  if (element === 'comment-list') return 'comments';
  const isSign = valueOf(style, 'mso-special-character') === 'comment';
  return isSign ? 'comment' : null;
}

function valueOf(style: string, property: string): string | undefined {
  if (!style.includes(property)) return undefined;
  const declared = new RegExp(`(?:^|;)\\s*${property}\\s*:([^;!]+)`, 'i').exec(style);
  return declared?.[1]?.trim().toLowerCase();
}

function isBold(value: string): boolean {
  return value === 'bold' || value === 'bolder' || Number(value) >= 600;
}
