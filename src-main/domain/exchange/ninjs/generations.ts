/** A ninjs object: names and JSON values. */
export type Ninjs = { readonly [name: string]: unknown };

/** A ninjs 3 object in the names of ninjs 2: all lower case, and an embargo's own name. */
export function generation2(object: Ninjs): Ninjs {
  return lowered(withoutRel(object)) as Ninjs;
}

const renamed: Readonly<Record<string, string>> = { embargoeduntil: 'embargoed' };

function lowered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lowered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      const lower = name.toLowerCase();
      return [renamed[lower] ?? lower, lowered(inner)];
    }),
  );
}

/**
 * Generation 1 and 2 have no `rel` on associations: there the name tells what an association is,
 * `update-2`, `photo-1`.
 */
function withoutRel(object: Ninjs): Ninjs {
  const { associations } = object;
  if (!Array.isArray(associations)) return object;
  return {
    ...object,
    associations: associations.map((one: Ninjs) => {
      const { rel, name, ...rest } = one;
      const number = String(name).split('-').at(-1) ?? '';
      return withoutRel({ name: `${String(rel)}-${number}`, ...rest });
    }),
  };
}

/**
 * A ninjs 3 object in the properties of ninjs 1: single texts in place of arrays
 * (`headline`, `body_html`, `description_ROLE`), `byline`, associations by name.
 */
export function generation1(object: Ninjs): Ninjs {
  return flat(withoutRel(object));
}

type Described = { readonly role: string; readonly value: string };

function flat(object: Ninjs): Ninjs {
  const {
    headlines,
    descriptions,
    bodies,
    by,
    associations,
    subjects,
    people,
    infoSources,
    name,
    ...rest
  } = object;
  const flatted: Record<string, unknown> = lowered(rest) as Record<string, unknown>;
  const set = (key: string, value: unknown): void => {
    if (value !== undefined && value !== '') flatted[key] = value;
  };
  for (const { value } of listOf<Described>(headlines)) set('headline', value);
  for (const { role, value } of listOf<Described>(descriptions)) {
    set(`description_${role.replaceAll('-', '_')}`, value);
  }
  for (const body of listOf<Described & { charCount: number; wordCount: number }>(bodies)) {
    set('body_html', body.value);
    set('charcount', body.charCount);
    set('wordcount', body.wordCount);
  }
  set('byline', by);
  if (Array.isArray(subjects)) set('subject', subjects.map(coded));
  set('person', people);
  if (Array.isArray(infoSources)) {
    set(
      'infosource',
      infoSources.map(({ name, role }: Ninjs) => ({ name, rel: role })),
    );
  }
  if (Array.isArray(associations)) {
    const named = associations.map((one: Ninjs) => [
      String(one['name']).replaceAll('-', '_'),
      flat(one),
    ]);
    set('associations', Object.fromEntries(named));
  }
  return flatted;
}

function coded({ uri, name }: Ninjs): Ninjs {
  const text = typeof uri === 'string' ? uri : '';
  const cut = text.lastIndexOf('/') + 1;
  return text === '' ? { name } : { name, scheme: text.slice(0, cut), code: text.slice(cut) };
}

function listOf<T>(value: unknown): readonly T[] {
  return Array.isArray(value) ? (value as readonly T[]) : [];
}
