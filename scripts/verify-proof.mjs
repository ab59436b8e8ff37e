/**
 * Verifies a proof file of a dispatch without the application: `node scripts/verify-proof.mjs FILE`.
 * Exit 0: the file is whole. Exit 1: the first fault, by name. What is checked, and what a proof
 * cannot show, is in docs/proof.md. Needs nothing but Node.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const FORMAT = 'writethru-proof/1';
const ZEROS = '0'.repeat(64);
const PROOF_KEYS = 'format madeAt zone archive dispatch count head entries seal';
const ENTRY_KEYS = 'number take previousHash hash content';

/** @typedef {{ entry: number | null, take: number | null, what: string }} Fault */
/** @typedef {{ ok: true, proof: any, takes: number } | { ok: false, fault: Fault }} Verdict */
/** @typedef {{ previous: string, takes: number, takeIds: Set<string> }} Before */

/** Verifies the text of a proof file. @param {string} text @returns {Verdict} */
export function verifyProof(text) {
  let proof;
  try {
    proof = JSON.parse(text);
  } catch (error) {
    return fault(`the file is not JSON (${String(error)})`);
  }
  const shape = shapeFault(proof);
  if (shape !== undefined) return fault(shape);
  const before = { previous: ZEROS, takes: 0, takeIds: new Set() };
  for (const [index, entry] of proof.entries.entries()) {
    const what = entryFault(proof.dispatch.id, entry, index + 1, before);
    if (what === undefined) continue;
    return fault(what, index + 1, entry.number === index + 1 ? entry.take : null);
  }
  const length = proof.entries.length;
  if (length !== proof.count) return fault(`missing: there should be ${proof.count}`, length + 1);
  if (proof.head !== before.previous) return fault('the head is not its hash', length);
  const line = lineOf(text, `${JSON.stringify(proof, null, 2)}\n`);
  if (line > 0) return fault(`line ${line}: a key stands twice, or the layout was changed`);
  // The seal is the hash of the file with zeros in the seal's own place, before "\n}\n.
  if (proof.seal !== sha256(`${text.slice(0, -68)}${ZEROS}${text.slice(-4)}`)) {
    return fault('the entries are whole, but what the file says besides them was changed');
  }
  return { ok: true, proof, takes: before.takes };
}

/** @param {any} proof @returns {string | undefined} */
function shapeFault(proof) {
  if (proof?.format !== FORMAT) return `its format is not ${FORMAT}`;
  if (keysOf(proof) !== PROOF_KEYS) return `its fields are not those of ${FORMAT}`;
  if (keysOf(proof.dispatch) !== 'id slug headline language') return 'its dispatch is not known';
  if (!Array.isArray(proof.entries)) return 'its entries are not a list';
  const isEntry = (/** @type {any} */ entry) =>
    keysOf(entry) === ENTRY_KEYS && typeof entry.content === 'string';
  const bad = proof.entries.findIndex((/** @type {any} */ entry) => !isEntry(entry));
  return bad < 0 ? undefined : `the fields of entry ${bad + 1} are not known`;
}

/**
 * The first fault of an entry, in words; `before` is what came before it.
 * @param {string} dispatchId @param {any} entry @param {number} expected @param {Before} before
 */
function entryFault(dispatchId, { number, take, previousHash, hash, content }, expected, before) {
  if (number !== expected) return `missing or out of order: entry ${number} stands in its place`;
  if (sha256(content) !== hash) return 'changed: its content does not have its hash';
  let said;
  try {
    said = JSON.parse(content);
  } catch {
    return 'its content is not JSON';
  }
  if (canonical(said) !== content) return 'its content is not canonical (a key stands twice?)';
  if (!/^writethru-record\/[12]$/.test(said?.format)) return 'its record format is not known';
  if (said.number !== number || said.dispatchId !== dispatchId) {
    return 'its content is that of another entry or dispatch';
  }
  if (previousHash !== said.previousHash || previousHash !== before.previous) {
    return `it is not chained to ${number === 1 ? 'nothing' : `entry ${number - 1}`}`;
  }
  const own = said.format === 'writethru-record/1' ? said.take : said.entry?.take;
  if ((own?.ordinal ?? null) !== take) return 'its content is not that of the take it names';
  if (own !== undefined) {
    before.takes += 1;
    if (own.ordinal !== before.takes) return `take ${before.takes} is missing before it`;
    before.takeIds.add(own.id);
  } else if (said.entry?.is === 'stamp' && !before.takeIds.has(said.entry.takeId)) {
    return 'it gives a time to a take that is not in the file';
  }
  before.previous = hash;
  return undefined;
}

/** @param {unknown} value */
function keysOf(value) {
  return typeof value === 'object' && value !== null ? Object.keys(value).join(' ') : '';
}

/** JSON after RFC 8785: keys in code-unit order, no white space. @param {any} value @returns {string} */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const member = (/** @type {string} */ key) => `${JSON.stringify(key)}:${canonical(value[key])}`;
  return `{${Object.keys(value).sort().map(member).join(',')}}`;
}

/** @param {string} text */
function sha256(text) {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** @param {string} what @param {number | null} [entry] @param {number | null} [take] @returns {Verdict} */
function fault(what, entry = null, take = null) {
  return { ok: false, fault: { entry, take, what } };
}

/** The first line that differs, from 1; 0 when none does. @param {string} text @param {string} other */
function lineOf(text, other) {
  const lines = other.split('\n');
  return text === other ? 0 : text.split('\n').findIndex((line, at) => line !== lines[at]) + 1;
}

/** @param {Buffer} bytes @returns {[exitCode: number, words: string]} */
function verdictOn(bytes) {
  const verdict = verifyProof(
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
  );
  if (!verdict.ok) {
    const { entry, take, what } = verdict.fault;
    const where = entry === null ? '' : `entry ${entry}${take === null ? '' : ` (take ${take})`}: `;
    return [1, `NOT VERIFIED: ${where}${what}`];
  }
  const { count, head, dispatch, madeAt } = verdict.proof;
  const facts = `${count} entries, ${verdict.takes} takes of ${dispatch.slug} “${dispatch.headline}”`;
  const next = 'Compare the head with one noted elsewhere: a whole chain can be made anew.';
  return [0, `Verified: ${facts}, made ${madeAt}.\nHead: ${head}\n${next}`];
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    const [exitCode, words] = verdictOn(readFileSync(process.argv[2] ?? ''));
    console.log(words);
    process.exitCode = exitCode;
  } catch (error) {
    console.log(`NOT VERIFIED: the file cannot be read (${String(error)})`);
    process.exitCode = 1;
  }
}
