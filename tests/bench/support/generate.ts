import { seeded, type Random } from './random';
import { english, french, type Vocabulary } from './vocabulary';

/** A generated dispatch in the wire form, as it would lie in a folder. */
export type GeneratedDispatch = { readonly name: string; readonly text: string };

/** Two of three dispatches are French. */
const frenchShare = 2 / 3;

/**
 * Makes fictional dispatches in the wire form: stamp line, headline, photo line with its credit in
 * brackets, lead, paragraphs, a crosshead, a sign-off, and every third time an update. The same
 * numbers give the same texts on every machine.
 */
export function generateDispatches(count: number, seed = 1): readonly GeneratedDispatch[] {
  return Array.from({ length: count }, (_, index) => {
    const random = seeded(seed * 1_000_003 + index);
    const isFrench = random.happens(frenchShare);
    const words = isFrench ? french : english;
    const signOff = signOffOf(words, random);
    const report = [
      stampLine(isFrench, random, index, 0),
      headline(words, random),
      photoLine(words, random),
      fill(random.pick(words.leads), words, random),
      ...body(words, random, random.whole(4, 9)),
      signOff,
    ];
    const update = [
      stampLine(isFrench, random, index, 1),
      headline(words, random),
      ...Array.from({ length: random.whole(1, 3) }, () => paragraph(words, random)),
      signOff,
    ];
    const takes = random.happens(1 / 3) ? [...report, ...update] : report;
    const name = `${String(index + 1).padStart(5, '0')}.txt`;
    return { name, text: `${takes.join('\n\n')}\n` };
  });
}

/** A text of one take with about that many words, for the draft of a long read. */
export function generateLongRead(words: number, seed = 7): string {
  const random = seeded(seed);
  const parts = ['Publié', headline(french, random)];
  let written = 0;
  while (written < words) {
    const next = paragraph(french, random);
    parts.push(next);
    written += next.split(/\s+/).length;
    if (parts.length % 9 === 0) parts.push(fill(random.pick(french.crossheads), french, random));
  }
  return `${[...parts, signOffOf(french, random)].join('\n\n')}\n`;
}

/** What is typed into a draft while it is measured: plain French prose without line ends. */
export function generateTyping(characters: number, seed = 11): string {
  const random = seeded(seed);
  let text = '';
  // Only what a keyboard has on one key each: composed signs would be other input.
  while (text.length < characters) text += ` ${plain(paragraph(french, random))}`;
  return text.slice(0, characters);
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/[̀-ͯ]/g, '')
    .replaceAll('’', "'")
    .replaceAll(/[«»]\s?/g, '');
}

function body(words: Vocabulary, random: Random, paragraphs: number): readonly string[] {
  const crossheadAt = random.happens(0.6) ? Math.ceil(paragraphs / 2) : -1;
  return Array.from({ length: paragraphs }, (_, index) => [
    ...(index === crossheadAt ? [fill(random.pick(words.crossheads), words, random)] : []),
    paragraph(words, random),
  ]).flat();
}

function paragraph(words: Vocabulary, random: Random): string {
  const sentences = Array.from({ length: random.whole(2, 4) }, () =>
    fill(random.pick(words.sentences), words, random),
  );
  return sentences.join(' ');
}

function headline(words: Vocabulary, random: Random): string {
  return fill(random.pick(words.headlines), words, random);
}

function photoLine(words: Vocabulary, random: Random): string {
  const caption = fill(random.pick(words.captions), words, random);
  return `${caption} [${random.pick(words.agencies)} - ${person(words, random)}]`;
}

function signOffOf(words: Vocabulary, random: Random): string {
  const initials = person(words, random)
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[^a-z]/g, '');
  return `${random.pick(words.agencies).slice(0, 3).toLowerCase().replace('é', 'e')}/${initials.slice(0, 3)}`;
}

/** One stamp in five has no time, as in the dispatches people keep. */
function stampLine(isFrench: boolean, random: Random, index: number, take: number): string {
  if (random.happens(0.2)) return isFrench ? 'Publié' : 'Published';
  const at = new Date(Date.UTC(2019, 0, 1, 6 + take * 4, index % 60) + index * 5 * 3_600_000);
  const time = at.toISOString().slice(11, 16);
  const date = new Intl.DateTimeFormat(isFrench ? 'fr-FR' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(at);
  if (isFrench) return `${take === 0 ? 'Publié' : 'Mis à jour'} le ${date}, ${time}`;
  return `${take === 0 ? 'Published' : 'Updated'} ${date} ${time} GMT`;
}

/** Puts words in the slots of a pattern; the first letter is a capital. */
function fill(pattern: string, words: Vocabulary, random: Random): string {
  const text = pattern.replaceAll(/\{(\w+)\}/g, (_, slot: string) => word(slot, words, random));
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function word(slot: string, words: Vocabulary, random: Random): string {
  switch (slot) {
    case 'person':
      return person(words, random);
    case 'town':
      return joined(words.town, random);
    case 'number':
      return String(random.whole(2, 900));
    case 'day':
      return random.pick(words.days);
    case 'source':
      return random.pick(words.sources);
    default:
      return random.pick(words.slots[slot] ?? [slot]);
  }
}

function person(words: Vocabulary, random: Random): string {
  return `${random.pick(words.given)} ${joined(words.family, random)}`;
}

function joined(
  { starts, ends }: { readonly starts: readonly string[]; readonly ends: readonly string[] },
  random: Random,
): string {
  return random.pick(starts) + random.pick(ends);
}
