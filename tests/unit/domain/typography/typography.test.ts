import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typedEdits, typeset } from '../../../../src-main/domain/typography/typography';

/** Spaces made visible: ~ no-break, _ narrow no-break. */
function shown(text: string): string {
  return text.replaceAll('\u00A0', '~').replaceAll('\u202F', '_');
}

describe('French', () => {
  it.each([
    ['Vraiment ?', 'Vraiment_?'],
    ['Vraiment?', 'Vraiment_?'],
    ['Non ! Si; peut-être', 'Non_! Si_; peut-être'],
    ['Il a dit : non', 'Il a dit~: non'],
    ['Il a dit: non', 'Il a dit~: non'],
    ['"favorables" à', '«_favorables_» à'],
    ['« favorables » à', '«_favorables_» à'],
    ['«favorables»', '«_favorables_»'],
    ["l'Etat et l'accord", 'l’Etat et l’accord'],
    ["aujourd'hui", 'aujourd’hui'],
    ['Il attend...', 'Il attend…'],
    ['1 874 morts', '1~874 morts'],
    ['12 000 000 euros', '12~000~000~euros'],
    ['10 %', '10~%'],
    ['5 km de front', '5~km de front'],
    ['10 hommes', '10 hommes'],
    ['la 2ème fois', 'la 2e fois'],
    ['la 1ère fois', 'la 1re fois'],
    ['le 1er mai', 'le 1er mai'],
    ['n° 5 et N ° 7', 'n°~5 et N°~7'],
    ['au XXème siècle, les 2èmes', 'au XXe siècle, les 2es'],
    ['le 1ier mai', 'le 1er mai'],
    ['à 21 h 14 et 8 h', 'à 21~h~14 et 8~h'],
    ["d'11 % et 3 M€", 'd’11~% et 3~M€'],
    ['`a ? b` ?', '`a ? b` ?'],
    ['{nom : titre} et qui ?', '{nom : titre} et qui_?'],
    ['à 21:14 précises', 'à 21:14 précises'],
    ['https://exemple.fr/?q=1;b!c : voir', 'https://exemple.fr/?q=1;b!c~: voir'],
    ['écrire à a.b@exemple.fr', 'écrire à a.b@exemple.fr'],
    ['rapport.pdf', 'rapport.pdf'],
  ])('%s', (before, after) => {
    expect(shown(typeset(before, 'fr').text)).toBe(after);
  });
});

describe('English', () => {
  it.each([
    ['"We agree," he said', '“We agree,” he said'],
    ["it's the ministers' view", 'it’s the ministers’ view'],
    ["in the '90s", 'in the ’90s'],
    ['the talks -- long -- ended', 'the talks – long – ended'],
    ['Wait...', 'Wait…'],
    ["he said: 'yes, we don't' and 'no'", 'he said: ‘yes, we don’t’ and ‘no’'],
    ["the ministers' and the workers' view", 'the ministers’ and the workers’ view'],
    ['the talks - long - ended', 'the talks – long – ended'],
    ['Really? Yes! At 21:14; go', 'Really? Yes! At 21:14; go'],
    ['see https://example.org/a--b', 'see https://example.org/a--b'],
  ])('%s', (before, after) => {
    expect(typeset(before, 'en').text).toBe(after);
  });
});

const signs =
  'a|mot|É|1|874|21:14| | |\u00A0|\u202F|"|«|»|“|\'|’|:|;|!|?|.|...|--|-|(|)|%|km|2ème|XXème|1ier|h|14|M€|`a ?`|don|n°|' +
  'https://a.fr/?x=1|a@b.fr|\n|…';
const text = fc
  .array(fc.constantFrom(...signs.split('|')), { maxLength: 24 })
  .map((parts) => parts.join(''));
const language = fc.constantFrom('fr' as const, 'en' as const);

describe('typography', () => {
  it('applied twice changes nothing the second time', () => {
    fc.assert(
      fc.property(text, language, (given, spoken) => {
        const once = typeset(given, spoken).text;
        expect(shown(typeset(once, spoken).text)).toBe(shown(once));
      }),
      { numRuns: 3_000 },
    );
  });

  it('never touches an address', () => {
    const address = fc.constantFrom('https://a.fr/?x=1;y!z', 'www.b.org/c:d', 'x.y@z.fr');
    fc.assert(
      fc.property(text, address, text, language, (before, kept, after, spoken) => {
        expect(typeset(`${before} ${kept} ${after}`, spoken).text).toContain(kept);
      }),
      { numRuns: 1_000 },
    );
  });

  it('keeps every letter and digit, but for the endings of ordinals', () => {
    const letters = (given: string) =>
      given
        .replace(/[^\p{L}\p{N}]/gu, '')
        .replaceAll('ème', 'e')
        .replaceAll('1ier', '1er');
    fc.assert(
      fc.property(text, language, (given, spoken) => {
        expect(letters(typeset(given, spoken).text)).toBe(letters(given));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('as one types', () => {
  /** Types a text sign by sign, each change applied at once. */
  function typed(given: string, spoken: 'fr' | 'en'): string {
    let written = '';
    for (const sign of given) {
      written += sign;
      for (const pass of typedEdits(written, spoken)) {
        for (const { start, end, insert } of pass.toReversed()) {
          written = written.slice(0, start) + insert + written.slice(end);
        }
      }
    }
    return shown(written);
  }

  it.each([
    ['Vraiment ? Oui !', 'Vraiment_? Oui_!'],
    ['Il a dit "non" hier', 'Il a dit «_non_» hier'],
    ["L'accord tient...", 'L’accord tient…'],
    ['Il a dit : non', 'Il a dit~: non'],
    ['à 21:14 ', 'à 21:14 '],
    ['1 874 morts', '1~874 morts'],
    ['12 000 000 euros ', '12~000~000~euros '],
    ['10 hommes', '10 hommes'],
    ['10 km ', '10~km '],
    ['la 2ème fois', 'la 2e fois'],
    ['https://exemple.fr/?q=1 ', 'https://exemple.fr/?q=1 '],
  ])('French: %s', (given, written) => {
    expect(typed(given, 'fr')).toBe(written);
  });

  it.each([
    ['"Yes," he said, it\'s done...', '“Yes,” he said, it’s done…'],
    ['the talks -- long ', 'the talks – long '],
    ["he said 'yes' and ", 'he said ‘yes’ and '],
  ])('English: %s', (given, written) => {
    expect(typed(given, 'en')).toBe(written);
  });
});
