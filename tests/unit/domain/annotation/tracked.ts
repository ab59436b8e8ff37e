/**
 * A text whose every character is known again wherever it goes: UTF-16 units with a number each.
 * `place` is the number of the character whose place it took when it was typed over that one:
 * words typed again over themselves are the words of that place.
 */
export type Tracked = readonly {
  readonly unit: string;
  readonly id: number;
  readonly place: number;
}[];

/** A source of numbers that repeats itself for the same seed (mulberry32). */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

let lastId = 0;

/** A text whose characters are all new. */
export function fresh(text: string): Tracked {
  return Array.from({ length: text.length }, (_, at) => {
    lastId += 1;
    return { unit: text[at] ?? '', id: lastId, place: lastId };
  });
}

/** A text whose characters are new and stand in the place of others. */
function inPlaceOf(replaced: Tracked, text: string): Tracked {
  return fresh(text).map((one, at) => {
    const before = replaced[Math.min(at, replaced.length - 1)];
    return before === undefined ? one : { ...one, place: before.place };
  });
}

export function textOf(tracked: Tracked): string {
  return tracked.map(({ unit }) => unit).join('');
}

const vocabulary =
  'la maison blanche le président a dit que la présidence du pays le Kremlin de la Maison Blanche et le ministre ont dit mardi à Moscou un accord sur la Syrie des deux pays'.split(
    ' ',
  );

type Random = (below: number) => number;

function word(random: Random): string {
  return vocabulary[random(vocabulary.length)] ?? 'la';
}

/** Paragraphs of words that come again and again, whole formulas among them. */
export function randomText(random: Random): Tracked {
  const formulas = Array.from({ length: 3 }, () => words(random, 3 + random(6)));
  const sentence = (): string =>
    Array.from({ length: 2 + random(4) }, () =>
      random(3) === 0 ? (formulas[random(3)] ?? '') : words(random, 1 + random(7)),
    ).join(' ');
  const paragraphs = Array.from({ length: 2 + random(6) }, () =>
    Array.from({ length: 1 + random(4) }, () => `${sentence()}.`).join(' '),
  );
  return fresh(paragraphs.join('\n'));
}

function words(random: Random, count: number): string {
  return Array.from({ length: count }, () => word(random)).join(' ');
}

/** The bounds of a stretch of one to so many whole words. */
export function randomWords(
  tracked: Tracked,
  random: Random,
  most: number,
): readonly [number, number] {
  const found = [...textOf(tracked).matchAll(/[^\s.]+/g)];
  const first = random(found.length);
  const last = Math.min(found.length - 1, first + random(most));
  const end = found[last];
  return [found[first]?.index ?? 0, (end?.index ?? 0) + (end?.[0].length ?? 0)];
}

type Edit = (tracked: Tracked, random: Random) => Tracked;

const type: Edit = (tracked, random) => {
  const [at] = randomWords(tracked, random, 1);
  return [
    ...tracked.slice(0, at),
    ...fresh(`${words(random, 1 + random(5))} `),
    ...tracked.slice(at),
  ];
};
const remove: Edit = (tracked, random) => {
  const [from, to] = randomWords(tracked, random, 12);
  return [...tracked.slice(0, from), ...tracked.slice(to + random(2))];
};
const overwrite: Edit = (tracked, random) => {
  const [from, to] = randomWords(tracked, random, 4);
  return [
    ...tracked.slice(0, from),
    ...inPlaceOf(tracked.slice(from, to), words(random, 1 + random(4))),
    ...tracked.slice(to),
  ];
};
const cutAndPaste: Edit = (tracked, random) => {
  const [from, to] = randomWords(tracked, random, 15);
  const cut = tracked.slice(from, to);
  const rest = [...tracked.slice(0, from), ...tracked.slice(to)];
  const [at] = rest.length < 20 ? [0] : randomWords(rest, random, 1);
  return [...rest.slice(0, at), ...cut, ...fresh(' '), ...rest.slice(at)];
};
const moveParagraph: Edit = (tracked, random) => {
  const paragraphs = split(tracked);
  const [moved] = paragraphs.splice(random(paragraphs.length), 1);
  paragraphs.splice(random(paragraphs.length + 1), 0, moved ?? []);
  return paragraphs.flatMap((one, index) => (index === 0 ? one : [...fresh('\n'), ...one]));
};
const splitParagraph: Edit = (tracked, random) => {
  const [at] = randomWords(tracked, random, 1);
  return [...tracked.slice(0, at), ...fresh('\n'), ...tracked.slice(at)];
};
const joinParagraphs: Edit = (tracked) => {
  const at = tracked.findIndex(({ unit }) => unit === '\n');
  return at === -1 ? tracked : [...tracked.slice(0, at), ...fresh(' '), ...tracked.slice(at + 1)];
};
const replaceAll: Edit = (tracked, random) => {
  const [wanted, replacement] = [word(random), word(random)];
  let rest = tracked;
  const matches = [
    ...textOf(tracked).matchAll(new RegExp(`(?<![^\\s.])${wanted}(?![^\\s.])`, 'g')),
  ];
  for (const { index } of matches.toReversed()) {
    const end = index + wanted.length;
    const put = inPlaceOf(rest.slice(index, end), replacement);
    rest = [...rest.slice(0, index), ...put, ...rest.slice(end)];
  }
  return rest;
};

const edits: readonly Edit[] = [
  type,
  type,
  remove,
  remove,
  overwrite,
  cutAndPaste,
  moveParagraph,
  splitParagraph,
  joinParagraphs,
  replaceAll,
];

/** A text after so many random changes; some of them undone again. */
export function edited(tracked: Tracked, random: Random, count: number): Tracked {
  const past: Tracked[] = [];
  let now = tracked;
  for (let done = 0; done < count; done += 1) {
    const undone = random(8) === 0 ? past.pop() : undefined;
    if (undone !== undefined) {
      now = undone;
      continue;
    }
    const edit = edits[random(edits.length)] ?? type;
    const next = edit(now, random);
    if (textOf(next).trim().length < 10) continue;
    past.push(now);
    now = next;
  }
  return now;
}

function split(tracked: Tracked): Tracked[] {
  const paragraphs: Tracked[] = [];
  let from = 0;
  for (const [at, { unit }] of tracked.entries()) {
    if (unit !== '\n') continue;
    paragraphs.push(tracked.slice(from, at));
    from = at + 1;
  }
  return [...paragraphs, tracked.slice(from)];
}
