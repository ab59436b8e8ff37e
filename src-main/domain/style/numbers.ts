import { protectedStretches } from '../typography/protected';
import type { MarkWhy, StyleMark } from './marks';

type NumberRule = {
  readonly why: MarkWhy;
  readonly pattern: RegExp;
  /** What should stand there; the same words mean that nothing is wrong. */
  readonly become: (match: RegExpExecArray) => string;
};

const noBreak = '\u00A0';
const measures = 'km(?:/h)?|m²|km²|m³|kg|cm|mm|ha|kWh?|MWh?|GWh?|€|£|°C';
const months =
  'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre';

/** Numbers of five digits or more, not years, codes or decimals. */
const longNumber =
  /(?<![\p{L}\p{N}.,°/:+-]|n°[ \u00A0\u202F])[1-9]\d{4,11}(?![\p{L}\p{N}/:]|[.,]\d)/gu;

const french: readonly NumberRule[] = [
  { why: 'grouping', pattern: longNumber, become: ([digits]) => grouped(digits, noBreak) },
  {
    why: 'unit',
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}])(\\d+(?:,\\d+)?)(${measures}|%)(?![\\p{L}\\p{N}])`,
      'gu',
    ),
    become: ([, digits = '', unit = '']) => `${digits}${noBreak}${unit}`,
  },
  {
    why: 'decimal',
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}.,])(\\d{1,3})\\.(\\d{1,2})(?=[ \\u00A0\\u202F]?(?:%|millions?\\b|milliards?\\b|points?\\b|${measures})(?!\\p{L}))`,
      'gu',
    ),
    become: ([, whole = '', rest = '']) => `${whole},${rest}`,
  },
  {
    why: 'hour',
    pattern: /(?<![\p{L}\p{N}])([01]?\d|2[0-3])h([0-5]\d)?(?![\p{L}\p{N}])/gu,
    become: ([, hour = '', minute]) =>
      `${hour}${noBreak}h${minute === undefined ? '' : noBreak + minute}`,
  },
  {
    why: 'first',
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}.,])1([ \\u00A0\\u202F])(?=(?:${months})(?!\\p{L}))`,
      'gu',
    ),
    become: ([, space = ' ']) => `1er${space}`,
  },
  {
    why: 'singular',
    pattern: /(?<![\p{L}\p{N}.,])([01](?:,\d+)?[ \u00A0\u202F]m)(illions|illiards)(?!\p{L})/gu,
    become: ([, number = '', ending = '']) => number + ending.slice(0, -1),
  },
];

const english: readonly NumberRule[] = [
  { why: 'grouping', pattern: longNumber, become: ([digits]) => grouped(digits, ',') },
  {
    why: 'grouping',
    pattern: /(?<![\p{L}\p{N}.,])\d{1,3}(?:[ \u00A0\u202F]\d{3})+(?![\p{L}\p{N}]|[.,]\d)/gu,
    become: ([number]) => number.replaceAll(/[ \u00A0\u202F]/g, ','),
  },
  {
    why: 'unit',
    pattern: /(?<=\d)[ \u00A0\u202F]+%/g,
    become: () => '%',
  },
  {
    why: 'unit',
    pattern:
      /(?<![\p{L}\p{N}])(\d+(?:\.\d+)?)(km|kg|cm|mm|ha|mph|kWh?|MWh?|GWh?)(?![\p{L}\p{N}])/gu,
    become: ([, digits = '', unit = '']) => `${digits}${noBreak}${unit}`,
  },
  {
    why: 'decimal',
    pattern: /(?<![\p{L}\p{N}.,])(\d{1,3}),(\d{1,2})(?=[ \u00A0]?(?:%|million|billion|trillion))/gu,
    become: ([, whole = '', rest = '']) => `${whole}.${rest}`,
  },
];

const rules: Readonly<Record<'fr' | 'en', readonly NumberRule[]>> = { fr: french, en: english };

/**
 * Numbers and units that are not written as the language writes them: digits in threes, the decimal
 * sign, units apart from their number, "1er mai", "21 h 14", "1,5 million".
 */
export function numberMarks(text: string, language: 'fr' | 'en'): readonly StyleMark[] {
  if (!/\d/.test(text)) return [];
  const kept = protectedStretches(text);
  return rules[language].flatMap(({ why, pattern, become }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const [words] = match;
      const [start, end] = [match.index, match.index + words.length];
      const fix = become(match);
      if (fix === words || kept.some((one) => start < one.end && end > one.start)) return [];
      return [{ start, end, kind: 'number', why, words, fixes: [fix] } satisfies StyleMark];
    }),
  );
}

function grouped(digits: string, sign: string): string {
  return digits.replaceAll(/\B(?=(?:\d{3})+$)/g, sign);
}
