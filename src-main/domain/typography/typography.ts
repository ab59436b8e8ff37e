import { protectedStretches, type Stretch } from './protected';

/** A change to a text: what stands between two UTF-16 offsets gives way to `insert`. */
export type Edit = Stretch & { readonly insert: string; readonly rule: RuleName };

/** The rules, as stable names. */
export const ruleNames = [
  'apostrophe',
  'ellipsis',
  'dash',
  'quotation-marks',
  'space-before-sign',
  'space-in-quotation-marks',
  'space-in-number',
  'space-before-unit',
  'space-in-hour',
  'ordinal',
  'number-sign',
] as const;
export type RuleName = (typeof ruleNames)[number];

const noBreak = '\u00A0';
const narrow = '\u202F';
/** Any space that may stand where a fine one belongs, not a line break. */
const spaces = '[ \\t\\u00A0\\u2007-\\u200A\\u202F]';

/** One rule: what it matches, and what the match becomes; the same text means nothing to do. */
type Rule = {
  readonly name: RuleName;
  readonly pattern: RegExp;
  readonly become: (match: RegExpMatchArray) => string;
  /** While typing, waits for the sign after: only then is "21:" no time and "10 h" no "10 hommes". */
  readonly settles?: true;
};

const units =
  '(?:%|‰|[kM]?€|Mds?€|\\$|£|°C?|km(?:\\/h)?|m²|km²|m³|kg|cm|mm|ha|kW(?:h)?|MW(?:h)?|GW(?:h)?|euros?|dollars?|francs?|millions?|milliards?|mètres?|kilomètres?|tonnes?|hectares?|points?|heures?|minutes?|secondes?|ans|jours?|h|min)';

/**
 * French as newsrooms write it (Lexique des règles typographiques en usage à l'Imprimerie
 * nationale): a narrow no-break space before ; ! ? and inside « », a no-break space before :, in
 * numbers and before units; the apostrophe ’; one sign for …; 1er, 1re, 2e; n°.
 */
const french: readonly Rule[] = [
  { name: 'ellipsis', pattern: /(?<!\.)\.{3}(?!\.)/g, become: () => '…' },
  {
    name: 'apostrophe',
    pattern: /(?<=\p{L})['\u2018](?=[\p{L}\p{N}«“"])/gu,
    become: () => '’',
  },
  {
    name: 'quotation-marks',
    pattern: /(?<![\p{L}\p{N}])["“](?=[^\s«»"“”](?:[^«»"“”\n]*[^\s«»"“”])?["”](?![\p{L}\p{N}]))/gu,
    become: () => `«${narrow}`,
  },
  {
    name: 'quotation-marks',
    // The sign first: an engine looks back from wherever it stands.
    pattern: /["”](?<=«[^«»"“”\n]*[^\s«»"“”].)(?![\p{L}\p{N}])/gu,
    become: () => `${narrow}»`,
  },
  {
    name: 'space-in-quotation-marks',
    pattern: new RegExp(`«${spaces}*(?=[^\\s»])`, 'gu'),
    become: () => `«${narrow}`,
  },
  {
    name: 'space-in-quotation-marks',
    pattern: new RegExp(`(?<=[^\\s«])${spaces}*»`, 'gu'),
    become: () => `${narrow}»`,
  },
  {
    name: 'space-before-sign',
    pattern: new RegExp(`(?<=[\\p{L}\\p{N}»”)\\]%€…])${spaces}*(?=[;!?](?!\\p{L}))`, 'gu'),
    become: () => narrow,
  },
  {
    name: 'space-before-sign',
    pattern: new RegExp(`(?<=[\\p{L}\\p{N}»”)\\]%€…])${spaces}*(?=:(?:\\s|$))`, 'gu'),
    become: () => noBreak,
    settles: true,
  },
  {
    name: 'space-in-number',
    pattern: new RegExp(
      `(?<=(?<![\\p{L}\\p{N}.,])\\d{1,3}(?:${spaces}\\d{3})*)${spaces}` +
        `(?=\\d{3}(?:${spaces}\\d{3})*(?![\\p{L}\\p{N}]))`,
      'gu',
    ),
    become: () => noBreak,
    settles: true,
  },
  {
    name: 'space-before-unit',
    pattern: new RegExp(`(?<=\\d)${spaces}(?=${units}(?![\\p{L}\\p{N}]))`, 'gu'),
    become: () => noBreak,
    settles: true,
  },
  {
    name: 'space-in-hour',
    pattern: new RegExp(
      `(?<=(?<![\\p{L}\\p{N}])\\d{1,2}${spaces}h)${spaces}(?=[0-5]\\d(?![\\p{L}\\p{N}]))`,
      'gu',
    ),
    become: () => noBreak,
    settles: true,
  },
  {
    name: 'ordinal',
    pattern: /(?<![\p{L}\p{N}])([1I])i?er(s?)(?![\p{L}\p{N}])/gu,
    become: (match) => `${match[1] ?? ''}er${match[2] ?? ''}`,
    settles: true,
  },
  {
    name: 'ordinal',
    pattern: /(?<![\p{L}\p{N}])([1I])(?:ère|ere|ière)(s?)(?![\p{L}\p{N}])/gu,
    become: (match) => `${match[1] ?? ''}re${match[2] ?? ''}`,
    settles: true,
  },
  {
    name: 'ordinal',
    pattern: /(?<![\p{L}\p{N}])(\d+|[IVXLC]+)(?:ème|eme|ième|ieme)(s?)(?![\p{L}\p{N}])/gu,
    become: (match) => `${match[1] ?? ''}e${match[2] ?? ''}`,
    settles: true,
  },
  {
    name: 'number-sign',
    pattern: new RegExp(
      `([nN])${spaces}*[°º](?<![\\p{L}\\p{N}][nN]${spaces}*.)${spaces}*(?=\\d)`,
      'gu',
    ),
    become: (match) => `${match[1] ?? ''}°${noBreak}`,
  },
];

/** English as a wire desk writes it: curly quotation marks and apostrophes, dashes, one sign for …. */
const english: readonly Rule[] = [
  { name: 'ellipsis', pattern: /(?<!\.)\.{3}(?!\.)/g, become: () => '…' },
  { name: 'apostrophe', pattern: /(?<=[\p{L}\p{N}])'(?=\p{L})/gu, become: () => '’' },
  { name: 'apostrophe', pattern: /(?<!\p{L})'(?=\d\ds?(?!\p{N}))/gu, become: () => '’' },
  {
    name: 'quotation-marks',
    pattern: /(?<![\p{L}\p{N}'])'(?=[^\s'](?:[^'\n]*[^\s'])?'(?![\p{L}\p{N}']))/gu,
    become: () => '‘',
  },
  {
    name: 'quotation-marks',
    pattern: /'(?<=‘(?:[^'‘’\n]|(?<=\p{L})’(?=\p{L}))*[^\s'‘’].)(?![\p{L}\p{N}])/gu,
    become: () => '’',
  },
  { name: 'apostrophe', pattern: /(?<=s)'(?=\s)/gu, become: () => '’' },
  {
    name: 'quotation-marks',
    pattern: /(?<![\p{L}\p{N}])"(?=[^\s“”"](?:[^“”"\n]*[^\s“”"])?"(?![\p{L}\p{N}]))/gu,
    become: () => '“',
  },
  {
    name: 'quotation-marks',
    pattern: /"(?<=“[^“”"\n]*[^\s“”"].)(?![\p{L}\p{N}])/gu,
    become: () => '”',
  },
  { name: 'dash', pattern: /(?<=[^\s–-]) ?--+ ?(?=[^\s–-])/g, become: () => ' – ' },
  { name: 'dash', pattern: /(?<=[^\s–-]) - (?=[^\s–-])/g, become: () => ' – ' },
];

const rules: Readonly<Record<'fr' | 'en', readonly Rule[]>> = { fr: french, en: english };

/**
 * A text set right by the house's typography.
 *
 * @returns the text, and every change in the order of the rules, each at offsets of the text as it
 *   stood before that rule; none when nothing was to be done. Applied to its own result it changes
 *   nothing.
 */
export function typeset(
  text: string,
  language: 'fr' | 'en',
): { readonly text: string; readonly edits: readonly Edit[] } {
  let current = text;
  const edits: Edit[] = [];
  for (const rule of rules[language]) {
    const found = editsOf(current, rule);
    current = applied(current, found);
    edits.push(...found);
  }
  return { text: current, edits };
}

/**
 * The rules of a language one by one, each as what it changes in a text. To be applied in order,
 * each to the text as the one before left it: small changes, so that marks and notes around them
 * stay where they are.
 */
export function typographyRules(
  language: 'fr' | 'en',
): readonly ((text: string) => readonly Edit[])[] {
  return rules[language].map((rule) => (text) => editsOf(text, rule));
}

/**
 * What the rules change at the caret while somebody types.
 *
 * @param text the text block up to the caret, the sign just typed last
 * @returns the changes rule by rule, each at offsets of the text as the ones before left it;
 *   usually none
 */
export function typedEdits(text: string, language: 'fr' | 'en'): readonly (readonly Edit[])[] {
  const passes: (readonly Edit[])[] = [];
  let current = text;
  for (const rule of rules[language]) {
    if (rule.settles === true && !settled.test(current)) continue;
    const edits = editsOf(current, rule, 'typing').filter((edit) => isAtCaret(current, edit, rule));
    if (edits.length === 0) continue;
    passes.push(edits);
    current = applied(current, edits);
  }
  return passes;
}

/** A word is settled by the space or sign typed after it. */
const settled = /[\s.,;!?)\]»”]$/u;
const closingMark = /["”»'’]$/;

/** Further back the writer has passed by, and left it so. */
function isAtCaret(text: string, { end }: Edit, rule: Rule): boolean {
  if (rule.settles === true) return !/[ \n]/.test(text.slice(end, -1));
  if (end >= text.length - 2) return true;
  return rule.name === 'quotation-marks' && closingMark.test(text);
}

function editsOf(
  text: string,
  { name, pattern, become }: Rule,
  when: 'typing' | 'at-rest' = 'at-rest',
): readonly Edit[] {
  // While it is typed, an address may go on: what touches it is left alone too.
  const reach = when === 'typing' ? 1 : 0;
  let kept: readonly Stretch[] | undefined;
  const edits: Edit[] = [];
  for (const match of text.matchAll(pattern)) {
    const start = match.index;
    const end = start + match[0].length;
    const insert = become(match);
    if (insert === match[0]) continue;
    kept ??= protectedStretches(text);
    if (kept.some((stretch) => start < stretch.end + reach && end > stretch.start)) continue;
    edits.push({ start, end, insert, rule: name });
  }
  return edits;
}

function applied(text: string, edits: readonly Edit[]): string {
  let result = '';
  let from = 0;
  for (const { start, end, insert } of edits) {
    result += text.slice(from, start) + insert;
    from = end;
  }
  return result + text.slice(from);
}
