import { settle } from './window';

const selectors = {
  alert: '[role=alert]',
  button: 'button:not([role])',
  combobox: '[role=combobox], select',
  dialog: 'dialog[open]',
  group: '[role=group]',
  listbox: '[role=listbox]',
  option: '[role=option]',
  radio: 'input[type=radio]',
  region: 'section[aria-label]',
  status: '[role=status]',
  tab: '[role=tab]',
  textbox: 'input:not([type]), textarea, [role=textbox]',
} as const;
type Role = keyof typeof selectors;

type Within = Element | Document;

/** The elements of a role, in order; those of a name only, when one is given. */
export function all(role: Role, name?: string | RegExp, within: Within = document): HTMLElement[] {
  const found = [...within.querySelectorAll<HTMLElement>(selectors[role])];
  return found.filter((element) => name === undefined || matches(nameOf(element), name));
}

/** The only element of a role and name; fails when there is none, or more than one. */
export function the(role: Role, name?: string | RegExp, within: Within = document): HTMLElement {
  const found = all(role, name, within);
  const [element] = found;
  if (element === undefined || found.length > 1) {
    const names = all(role, undefined, within).map(nameOf).join(' | ');
    throw new Error(`${found.length} × ${role} ${name ?? ''}, among: ${names}`);
  }
  return element;
}

/** What is read of an element, spaces made single; not what is hidden from assistive technology. */
export function words(element: Within | null = document.body): string {
  if (element === null) return '';
  const copy = (element instanceof Document ? element.body : element).cloneNode(true) as Element;
  for (const hidden of copy.querySelectorAll('[aria-hidden=true]')) hidden.remove();
  return textsOf(copy)
    .join(' ')
    .replaceAll(/[\s\u00A0\u202F]+/g, ' ')
    .trim();
}

function textsOf(node: Node): readonly string[] {
  return node.nodeType === Node.TEXT_NODE
    ? [node.textContent ?? '']
    : [...node.childNodes].flatMap(textsOf);
}

/** Clicks, as a person does: the focus goes there first. */
export function click(element: HTMLElement): Promise<void> {
  return settle(() => {
    element.focus();
    element.click();
  });
}

/** Presses a key where the focus is, or on an element. */
export function press(
  key: string,
  on: Element | null = document.activeElement,
  held: KeyboardEventInit = {},
): Promise<void> {
  return settle(() =>
    on?.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held }),
    ),
  );
}

/** Puts a text in a field, or chooses an option of a select. The focus stays in it. */
export function fill(field: HTMLElement, value: string): Promise<void> {
  return settle(() => {
    field.focus();
    // React hears of a change only when the value is set past its own property.
    const kind = Object.getPrototypeOf(field) as object;
    Object.getOwnPropertyDescriptor(kind, 'value')?.set?.call(field, value);
    const isSelect = field instanceof HTMLSelectElement;
    field.dispatchEvent(new Event(isSelect ? 'change' : 'input', { bubbles: true }));
  });
}

/** Takes the focus away. */
export function leave(field: HTMLElement): Promise<void> {
  return settle(() => field.blur());
}

function matches(name: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? name === wanted : wanted.test(name);
}

function nameOf(element: Element): string {
  const label = element.getAttribute('aria-label');
  if (label !== null) return label;
  const labelledBy = element.getAttribute('aria-labelledby');
  if (labelledBy !== null) return words(document.querySelector(`[id="${labelledBy}"]`));
  if (element instanceof HTMLInputElement || element.matches('select, textarea')) {
    const wrapping = element.closest('label');
    return words(wrapping ?? document.querySelector(`label[for="${element.id}"]`));
  }
  return words(element);
}
