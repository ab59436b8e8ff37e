/** What the pictures of the sample are drawn with: 1600 × 1067, layered silhouettes, light, haze, grain. */

export const WIDTH = 1600;
export const HEIGHT = 1067;

/**
 * Numbers from 0 to 1 that are the same at each run (mulberry32).
 * @param {number} seed
 */
export function randomOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** @param {number} value */
const short = (value) => String(Math.round(value * 10) / 10);

/**
 * A path through points, closed down to the lower edge.
 * @param {readonly (readonly [number, number])[]} points
 * @param {string} fill
 */
export function land(points, fill) {
  const line = points.map(([x, y]) => `${short(x)} ${short(y)}`).join(' L');
  return `<path d="M0 ${HEIGHT} L${line} L${WIDTH} ${HEIGHT} Z" fill="${fill}"/>`;
}

/**
 * A ridge between given points, broken up by midpoint displacement.
 * @param {readonly (readonly [number, number])[]} through from x 0 to x 1600
 * @param {{ seed: number, rough: number }} how `rough`: how far a middle may lie off, of its span
 */
export function ridge(through, { seed, rough }) {
  const random = randomOf(seed);
  let points = [...through];
  for (let step = 0; step < 7; step += 1) {
    points = points.flatMap((point, index) => {
      const next = points[index + 1];
      if (next === undefined) return [point];
      const span = next[0] - point[0];
      if (span < 5) return [point];
      const x = (point[0] + next[0]) / 2 + (random() - 0.5) * span * 0.3;
      const y = (point[1] + next[1]) / 2 + (random() - 0.5) * span * rough;
      return [point, /** @type {const} */ ([x, y])];
    });
  }
  return points;
}

/**
 * A gradient from top to bottom, to be used as `url(#id)`.
 * @param {string} id
 * @param {readonly (readonly [number, string])[]} stops offset in percent, colour
 * @param {string} [direction] other coordinates of the gradient
 */
export function gradient(id, stops, direction = 'x1="0" y1="0" x2="0" y2="1"') {
  const inside = stops
    .map(([offset, colour]) => `<stop offset="${offset}%" stop-color="${colour}"/>`)
    .join('');
  return `<linearGradient id="${id}" ${direction}>${inside}</linearGradient>`;
}

/**
 * Light around a point: strongest there, nothing at the rim.
 * @param {string} id
 * @param {string} colour
 * @param {number} strength 0 to 1
 */
export function glow(id, colour, strength) {
  return (
    `<radialGradient id="${id}"><stop offset="0%" stop-color="${colour}" stop-opacity="${strength}"/>` +
    `<stop offset="100%" stop-color="${colour}" stop-opacity="0"/></radialGradient>`
  );
}

/** @param {string} fill @param {number} [from] @param {number} [to] */
export function band(fill, from = 0, to = HEIGHT) {
  return `<rect y="${from}" width="${WIDTH}" height="${to - from}" fill="${fill}"/>`;
}

/**
 * Something repeated, each time with a number and chance.
 * @param {number} count
 * @param {number} seed
 * @param {(index: number, random: () => number) => string} draw
 */
export function many(count, seed, draw) {
  const random = randomOf(seed);
  return Array.from({ length: count }, (_, index) => draw(index, random)).join('');
}

/**
 * Short bright strokes on water, longer towards the one who looks.
 * @param {{ seed: number, from: number, to: number, colour: string, count: number, around?: number }} how
 */
export function ripples({ seed, from, to, colour, count, around }) {
  return many(count, seed, (_, random) => {
    const near = random() ** 1.4;
    const y = from + near * (to - from);
    const length = 14 + near * 130 * random();
    const middle = around ?? WIDTH / 2;
    const spread = around === undefined ? WIDTH : 160 + near * 420;
    const x = middle + (random() - 0.5) * spread;
    const opacity = short(0.08 + random() * 0.3);
    return `<rect x="${short(x - length / 2)}" y="${short(y)}" width="${short(length)}" height="${short(1 + near * 3)}" rx="1.5" fill="${colour}" opacity="${opacity}"/>`;
  });
}

/**
 * A whole picture: what is drawn, under grain and a darker rim.
 * @param {string} definitions
 * @param {string} drawn
 */
export function picture(definitions, drawn) {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">
<defs>${definitions}
<filter id="grain" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency="0.8" numOctaves="2" seed="7"/><feColorMatrix values="0 0 0 0 0.5  0 0 0 0 0.5  0 0 0 0 0.5  0.9 0 0 0 -0.38"/></filter>
<filter id="soft"><feGaussianBlur stdDeviation="6"/></filter>
<filter id="softer"><feGaussianBlur stdDeviation="26"/></filter>
<radialGradient id="rim" cx="50%" cy="46%" r="78%"><stop offset="60%" stop-color="#000" stop-opacity="0"/><stop offset="100%" stop-color="#0a0805" stop-opacity="0.42"/></radialGradient>
</defs>${drawn}
<rect width="${WIDTH}" height="${HEIGHT}" fill="url(#rim)"/>
<rect width="${WIDTH}" height="${HEIGHT}" filter="url(#grain)" opacity="0.3" style="mix-blend-mode:overlay"/>
</svg>`;
}
