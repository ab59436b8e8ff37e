/** A ninjs object of any version, seen by one set of names: those of ninjs 3 in lower case. */
export type View = {
  /** What its parent calls it; empty for the item itself. */
  readonly name: string;
  /** The first of the named properties that is a text or number; else empty. */
  readonly text: (...names: readonly string[]) => string;
  /** Whether a property is there with something in it. */
  readonly has: (name: string) => boolean;
  readonly headline: () => string;
  /** The description of a role; roles of generation 1 are the ends of names, with `_` for `-`. */
  readonly described: (role: string) => string;
  /** The description it has for readers: of no role, or of one that says text, summary or caption. */
  readonly summary: () => string;
  /** The body of a type; the first where there are several. */
  readonly body: (type: 'html' | 'nitf' | 'text') => string;
  /** The names of the persons it speaks of. */
  readonly people: () => readonly string[];
  readonly subjects: () => readonly { readonly identifier: string; readonly name: string }[];
  /** The name of the source in a role. */
  readonly sourceNamed: (role: string) => string;
  readonly associations: () => readonly View[];
  /** Addresses of what it shows. */
  readonly renditions: () => readonly string[];
};

type Entries = ReadonlyMap<string, unknown>;

/** Sees a JSON value as a ninjs object; what is none is an empty one. */
export function view(value: unknown, name = ''): View {
  const entries = entriesOf(value);
  const text = (...names: readonly string[]): string => {
    for (const one of names) {
      const found = scalar(entries.get(one));
      if (found !== '') return found;
    }
    return '';
  };
  const described = (role: string): string => {
    const roled = list(entries.get('descriptions')).find((one) => scalar(one.get('role')) === role);
    return roled === undefined ? text(`description_${role.replaceAll('-', '_')}`) : valueOf(roled);
  };
  return {
    name,
    text,
    described,
    has: (property) => isFilled(entries.get(property)),
    headline: () => {
      const all = list(entries.get('headlines'));
      const main = all.find((one) => scalar(one.get('role')) === 'main') ?? all[0];
      return main === undefined ? text('headline') : valueOf(main);
    },
    summary: () => summaryOf(entries, described),
    body: (type) => bodyOf(entries, type),
    subjects: () =>
      [...list(entries.get('subjects')), ...list(entries.get('subject'))].map(subjectOf),
    people: () =>
      [...list(entries.get('people')), ...list(entries.get('person'))].map((one) =>
        scalar(one.get('name')),
      ),
    sourceNamed: (role) => {
      const sources = [...list(entries.get('infosources')), ...list(entries.get('infosource'))];
      const found = sources.find(
        (one) => scalar(one.get('role')) === role || scalar(one.get('rel')) === role,
      );
      return found === undefined ? '' : scalar(found.get('name'));
    },
    associations: () => associationsOf(entries),
    renditions: () => renditionsOf(entries),
  };
}

function entriesOf(value: unknown): Entries {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return new Map();
  return new Map(Object.entries(value).map(([key, inner]) => [key.toLowerCase(), inner]));
}

function list(value: unknown): readonly Entries[] {
  return Array.isArray(value) ? value.map(entriesOf) : [];
}

function scalar(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

function valueOf(entries: Entries): string {
  return scalar(entries.get('value'));
}

function isFilled(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== null && value !== '';
}

function summaryOf(entries: Entries, described: (role: string) => string): string {
  for (const role of ['text', 'summary', 'caption']) {
    const found = described(role);
    if (found !== '') return found;
  }
  const own = new Set([
    'lead',
    'signoff',
    'stamp',
    'stamp-line',
    'alt',
    'corrects',
    'wrong',
    'right',
  ]);
  const other = list(entries.get('descriptions')).find((one) => !own.has(scalar(one.get('role'))));
  return other === undefined ? '' : valueOf(other);
}

function bodyOf(entries: Entries, type: 'html' | 'nitf' | 'text'): string {
  const bodies = list(entries.get('bodies'));
  const typed = bodies.find((one) => typeOfBody(one) === type);
  if (typed !== undefined) return valueOf(typed);
  const names = {
    html: ['body_html', 'body_xhtml', 'body_html5'],
    nitf: ['body_nitf'],
    text: ['body_text'],
  };
  return names[type].map((name) => scalar(entries.get(name))).find((body) => body !== '') ?? '';
}

function typeOfBody(body: Entries): 'html' | 'nitf' | 'text' | 'other' {
  const type = `${scalar(body.get('contenttype'))} ${scalar(body.get('role'))}`.toLowerCase();
  const value = valueOf(body);
  if (type.includes('nitf') || value.includes('<nitf')) return 'nitf';
  if (type.includes('html') || (type.trim() === '' && /<(?:p|div|h\d)\b/i.test(value)))
    return 'html';
  return type.includes('xml') || type.includes('json') ? 'other' : 'text';
}

function subjectOf(subject: Entries): { readonly identifier: string; readonly name: string } {
  const scheme = scalar(subject.get('scheme'));
  const code = scalar(subject.get('code'));
  const joined =
    code === ''
      ? ''
      : scheme === ''
        ? code
        : `${scheme}${scheme.endsWith('/') || scheme.endsWith(':') ? '' : ':'}${code}`;
  const identifier = scalar(subject.get('uri')) || joined || scalar(subject.get('literal'));
  return { identifier, name: scalar(subject.get('name')) };
}

function associationsOf(entries: Entries): readonly View[] {
  const value = entries.get('associations');
  if (Array.isArray(value)) {
    return value.map((one: unknown) => view(one, scalar(entriesOf(one).get('name'))));
  }
  return typeof value === 'object' && value !== null
    ? Object.entries(value).map(([name, one]) => view(one, name))
    : [];
}

function renditionsOf(entries: Entries): readonly string[] {
  const value = entries.get('renditions');
  const all = Array.isArray(value)
    ? list(value)
    : typeof value === 'object' && value !== null
      ? Object.values(value).map(entriesOf)
      : [];
  return all.map((one) => scalar(one.get('href'))).filter((href) => href !== '');
}
