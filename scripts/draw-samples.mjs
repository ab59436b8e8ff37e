/**
 * `npm run samples`: draws the pictures of the sample archive (scripts/samples) into
 * resources/samples, each beside the text whose photo it is. Caption and credit are read from the
 * text and written into the picture as XMP, as agencies do.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ensureSetup } from './setup/index.mjs';
import { drawAll } from './shared/drawing.mjs';
import { writeWhole } from './shared/files.mjs';
import { ROOT } from './shared/paths.mjs';
import { PlainError, runMain, say } from './shared/progress.mjs';
import { HEIGHT, WIDTH } from './samples/scenery.mjs';
import { observatory, stage, vineyards } from './samples/evenings.mjs';
import { bridge, quay } from './samples/harbours.mjs';
import { dam, pass } from './samples/mountains.mjs';

const FOLDER = path.join(ROOT, 'resources', 'samples');
/** A picture has no more bytes. */
const MOST = 150_000;

/** What each shows, and what it says to whoever does not see it. */
const PICTURES = /** @type {const} */ ([
  ['01-col-de-veyrac', pass, 'Quatre secouristes en file sur une route enneigée, sous des sommets'],
  [
    '02-urgent-barrage',
    dam,
    'Un barrage-voûte entre deux versants boisés, des visiteurs sur son couronnement',
  ],
  [
    '03-festival-correction',
    stage,
    'Une personne sous les projecteurs d’une scène à rideau rouge, devant une salle comble',
  ],
  ['04-accord-des-deux-rives', quay, 'Trois chalutiers à quai au lever du soleil'],
  ['05-harbour-bridge', bridge, 'A crowded ferry below a suspension bridge'],
  [
    '06-comet-survey',
    observatory,
    'An observatory dome under the first stars, three people on the path below',
  ],
  [
    '07-prix-des-deux-rives',
    vineyards,
    'Un lac entre deux rives, vu de vignes jaunies par l’automne',
  ],
]);

await runMain(async () => {
  await ensureSetup('everything');
  const drawn = await drawAll(
    PICTURES.map(([name, scene]) => {
      // What the metadata say comes on top.
      return { name, svg: scene(), width: WIDTH, height: HEIGHT, most: MOST - 4_000 };
    }),
  );
  for (const [name, , alt] of PICTURES) {
    const text = readFileSync(path.join(FOLDER, `${name}.txt`), 'utf8');
    writeWhole(path.join(FOLDER, `${name}.jpg`), described(drawn(name), text, alt));
  }
  say(`${PICTURES.length} pictures drawn, into resources/samples.`);
});

/**
 * A JPEG with its words in an XMP packet.
 * @param {Buffer} jpeg
 * @param {string} text that has a line `caption [AGENCY - photographer]`
 * @param {string} alt
 */
function described(jpeg, text, alt) {
  const [, caption, agency, byline] = /^(.+) \[([^\]]+?) [-–] ([^\]]+)\]$/m.exec(text) ?? [];
  if (caption === undefined || agency === undefined || byline === undefined) {
    throw new PlainError('A text of the samples has no line for its photo.');
  }
  const list = (/** @type {string} */ kind, /** @type {string} */ words) =>
    `<rdf:${kind}><rdf:li xml:lang="x-default">${escaped(words)}</rdf:li></rdf:${kind}>`;
  const packet =
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" ' +
    'xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" ' +
    'xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/">' +
    `<dc:description>${list('Alt', caption)}</dc:description>` +
    `<dc:creator>${list('Seq', byline)}</dc:creator>` +
    `<photoshop:Credit>${escaped(agency)}</photoshop:Credit>` +
    `<Iptc4xmpCore:AltTextAccessibility>${list('Alt', alt)}</Iptc4xmpCore:AltTextAccessibility>` +
    '</rdf:Description></rdf:RDF></x:xmpmeta>';
  const content = Buffer.from(`http://ns.adobe.com/xap/1.0/\0${packet}`);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, content, jpeg.subarray(2)]);
}

/** @param {string} words */
function escaped(words) {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
