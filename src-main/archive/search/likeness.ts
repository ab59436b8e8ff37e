/**
 * A hash of 64 bits that texts nearly alike nearly share (M. Charikar, 2002, "Similarity estimation
 * techniques from rounding algorithms"): each bit is what most terms of the text say, every term
 * having bits of its own (FNV-1a, twice).
 */
export function likenessOf(terms: ReadonlySet<string>): {
  readonly high: number;
  readonly low: number;
} {
  const balance = new Int32Array(64);
  for (const term of terms) {
    const high = hash(term, 0x811c9dc5);
    const low = hash(term, 0x9747b28c);
    for (let bit = 0; bit < 32; bit += 1) {
      balance[bit] = (balance[bit] ?? 0) + ((high >>> bit) & 1) * 2 - 1;
      balance[bit + 32] = (balance[bit + 32] ?? 0) + ((low >>> bit) & 1) * 2 - 1;
    }
  }
  const half = (from: number): number => {
    let bits = 0;
    for (let bit = 0; bit < 32; bit += 1) if ((balance[from + bit] ?? 0) > 0) bits |= 1 << bit;
    return bits;
  };
  return { high: half(0), low: half(32) };
}

/**
 * Bits in which the hashes of two texts differ that share nine terms of ten: the angle between them
 * is this part of a half turn. Texts that have nothing but common words in common differ in about 25.
 */
const mostDifferent = 8;
/** Terms a text must have for its hash to say anything. */
export const leastTerms = 20;

/** Whether two hashes are those of texts nearly alike. */
export function isAlike(
  a: { readonly high: number; readonly low: number },
  b: { readonly high: number; readonly low: number },
): boolean {
  return ones(a.high ^ b.high) + ones(a.low ^ b.low) <= mostDifferent;
}

function hash(term: string, seed: number): number {
  let value = seed;
  for (let at = 0; at < term.length; at += 1) {
    value = Math.imul(value ^ term.charCodeAt(at), 0x01000193);
  }
  // FNV's high bits hardly change in short words: mixed once more.
  value ^= value >>> 16;
  value = Math.imul(value, 0x7feb352d);
  return value ^ (value >>> 15);
}

/** Number of bits set in a 32-bit integer. */
export function ones(bits: number): number {
  let value = bits - ((bits >>> 1) & 0x55555555);
  value = (value & 0x33333333) + ((value >>> 2) & 0x33333333);
  return Math.imul((value + (value >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
