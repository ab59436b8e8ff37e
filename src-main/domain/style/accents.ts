/** The letters each plain one may stand for, the commonest in French first. */
const accented: Readonly<Record<string, readonly string[]>> = {
  a: ['à', 'â'],
  c: ['ç'],
  e: ['é', 'è', 'ê', 'ë'],
  i: ['î', 'ï'],
  o: ['ô'],
  u: ['û', 'ù', 'ü'],
};

/** So many letters of a word get an accent at most, and so many forms are tried. */
const mostChanges = 3;
const mostTried = 1_500;

/**
 * The forms of a word in which some plain letters have an accent or cedilla, or "oe" and "ae" are
 * one letter, those with the fewest changes first: "evenement" → "évenement" … "événement". A
 * letter that has an accent also loses it or takes another: "évènement" → "événement". At most
 * 1,500 are given.
 */
export function* accentForms(word: string): Generator<string, void, undefined> {
  let tried = 0;
  for (let changes = 1; changes <= mostChanges; changes += 1) {
    for (const form of withChanges(word, 0, changes)) {
      yield form;
      tried += 1;
      if (tried >= mostTried) return;
    }
  }
}

/** The forms with exactly so many changes at or after an offset. */
function* withChanges(
  word: string,
  from: number,
  changes: number,
): Generator<string, void, undefined> {
  if (changes === 0) {
    yield word;
    return;
  }
  for (let at = from; at < word.length; at += 1) {
    for (const [length, letter] of lettersFor(word, at)) {
      const changed = word.slice(0, at) + letter + word.slice(at + length);
      yield* withChanges(changed, at + 1, changes - 1);
    }
  }
}

/** What may stand at a place instead, and how many letters it takes the place of. */
function* lettersFor(
  word: string,
  at: number,
): Generator<readonly [length: number, letter: string], void, undefined> {
  const letter = word[at] ?? '';
  const plain = letter.toLowerCase().normalize('NFD')[0] ?? '';
  const isCapital = letter !== letter.toLowerCase();
  for (const other of [...(accented[plain] ?? []), plain]) {
    const cased = isCapital ? other.toUpperCase() : other;
    if (cased !== letter && other in forms) yield [1, cased];
  }
  const pair = ligatures[word.slice(at, at + 2)];
  if (pair !== undefined) yield [2, pair];
}

/** The letters that may be tried: those with a sign, and those that may have one. */
const forms: Readonly<Record<string, true>> = Object.fromEntries(
  Object.entries(accented)
    .flatMap(([plain, others]) => [plain, ...others])
    .map((letter) => [letter, true]),
);

const ligatures: Readonly<Record<string, string>> = {
  oe: 'œ',
  Oe: 'Œ',
  OE: 'Œ',
  ae: 'æ',
  Ae: 'Æ',
};

/** The forms of a word whose first letter, a capital, has the accent that wire copy leaves out. */
export function capitalForms(word: string): readonly string[] {
  const first = word[0] ?? '';
  if (!/[ACEIOU]/.test(first)) return [];
  return (accented[first.toLowerCase()] ?? []).map(
    (letter) => letter.toUpperCase() + word.slice(1),
  );
}
