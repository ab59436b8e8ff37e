/* oxlint-disable max-lines-per-function -- a drawing is a list of what is drawn, from the back to the front */
import {
  band,
  glow,
  gradient,
  HEIGHT,
  land,
  many,
  picture,
  ridge,
  ripples,
  WIDTH,
} from './scenery.mjs';
import { fir, person } from './figures.mjs';

/** Rescuers climb the road of the pass, at the end of a winter afternoon. */
export function pass() {
  const far = ridge(
    [
      [0, 430],
      [330, 250],
      [560, 400],
      [760, 330],
      [1010, 170],
      [1240, 340],
      [1600, 260],
    ],
    { seed: 11, rough: 0.34 },
  );
  const slope = ridge(
    [
      [0, 560],
      [300, 500],
      [640, 590],
      [900, 520],
      [1250, 430],
      [1600, 330],
    ],
    { seed: 5, rough: 0.18 },
  );
  const near = ridge(
    [
      [0, 800],
      [420, 740],
      [800, 800],
      [1200, 690],
      [1600, 640],
    ],
    { seed: 8, rough: 0.05 },
  );
  return picture(
    gradient('sky', [
      [0, '#7d92a8'],
      [55, '#cfd3d2'],
      [100, '#efd9bd'],
    ]) +
      gradient('far', [
        [0, '#dfe3e6'],
        [60, '#9fb0c1'],
        [100, '#b7c2cb'],
      ]) +
      gradient('slope', [
        [0, '#f2f1ee'],
        [100, '#a9b8c8'],
      ]) +
      gradient('near', [
        [0, '#ebedf0'],
        [100, '#8ea3b8'],
      ]) +
      glow('sun', '#ffe9c4', 0.9),
    band('url(#sky)') +
      '<ellipse cx="1080" cy="330" rx="620" ry="330" fill="url(#sun)"/>' +
      land(far, 'url(#far)') +
      land(
        far.map(([x, y], index) => /** @type {const} */ ([x + 26, y + 40 + ((index * 37) % 90)])),
        '#8799ab66',
      ) +
      '<ellipse cx="700" cy="560" rx="1000" ry="90" fill="#eef0ef" opacity="0.6" filter="url(#softer)"/>' +
      land(slope, 'url(#slope)') +
      '<path d="M1010 500 q-70 120 -190 190 q-90 60 -150 130 l330 24 q70 -120 90 -200 q30 -80 20 -150z" fill="#fff" opacity="0.75" filter="url(#soft)"/>' +
      many(46, 3, (_, random) => {
        const x = 20 + random() * 560;
        return fir(
          Math.round(x),
          Math.round(700 + random() * 60),
          Math.round(50 + random() * 90),
          '#3a4a55',
        );
      }) +
      many(26, 4, (_, random) => {
        const x = 1180 + random() * 420;
        return fir(
          Math.round(x),
          Math.round(610 + random() * 70),
          Math.round(44 + random() * 90),
          '#44545f',
        );
      }) +
      land(near, 'url(#near)') +
      '<path d="M560 1067 C700 930 930 890 980 830 Q996 806 1000 786 L1030 782 Q1046 810 1040 846 C990 920 900 960 940 1067Z" fill="#6d7a86"/>' +
      '<path d="M742 1067 C830 950 990 900 1012 838" fill="none" stroke="#dde2e5" stroke-width="5" stroke-dasharray="26 30" opacity="0.7"/>' +
      many(
        58,
        9,
        (_, random) =>
          `<circle cx="${Math.round(890 + random() * 330)}" cy="${Math.round(740 + random() * 70)}" r="${Math.round(5 + random() * 22)}" fill="${random() > 0.5 ? '#f7f7f5' : '#c3cfda'}"/>`,
      ) +
      [
        [770, 968, 118],
        [836, 940, 104],
        [892, 916, 92],
        [940, 896, 84],
      ]
        .map(
          ([x = 0, y = 0, h = 0], index) =>
            `<ellipse cx="${x + 30}" cy="${y}" rx="${h * 0.5}" ry="6" fill="#4b5c6d" opacity="0.4"/>${person(x, y, h, '#28323b')}<rect x="${x - h * 0.14}" y="${y - h * 0.75}" width="${h * 0.28}" height="${h * 0.3}" rx="6" fill="${index % 2 === 0 ? '#b3452c' : '#c9872f'}"/>`,
        )
        .join('') +
      many(24, 6, (index, random) =>
        fir(
          index < 12 ? Math.round(random() * 260) : Math.round(1340 + random() * 260),
          Math.round(980 + random() * 90),
          Math.round(150 + random() * 190),
          '#1f2b33',
        ),
      ),
  );
}

/** The wall of the dam, its lake behind. */
export function dam() {
  const far = ridge(
    [
      [0, 300],
      [340, 170],
      [640, 330],
      [900, 260],
      [1240, 150],
      [1600, 300],
    ],
    { seed: 21, rough: 0.25 },
  );
  const wall = 'M300 430 Q800 560 1300 430 L1190 905 Q800 1010 420 905 Z';
  return picture(
    gradient('sky', [
      [0, '#a9b3ad'],
      [100, '#e6e0cf'],
    ]) +
      gradient('far', [
        [0, '#7f9089'],
        [100, '#b3bcb0'],
      ]) +
      gradient('wall', [
        [0, '#d5cfc0'],
        [55, '#a7a192'],
        [100, '#6f6b60'],
      ]) +
      gradient('side', [
        [0, '#59654f'],
        [100, '#232a22'],
      ]) +
      gradient(
        'shade',
        [
          [0, '#00000055'],
          [35, '#00000000'],
          [70, '#00000000'],
          [100, '#00000066'],
        ],
        'x1="0" y1="0" x2="1" y2="0"',
      ),
    band('url(#sky)') +
      land(far, 'url(#far)') +
      land(
        ridge(
          [
            [0, 370],
            [460, 330],
            [800, 390],
            [1200, 340],
            [1600, 360],
          ],
          { seed: 13, rough: 0.1 },
        ),
        '#8d998a',
      ) +
      '<path d="M230 416 Q800 380 1370 416 L1300 436 Q800 560 300 436Z" fill="#9db4b8"/><path d="M330 428 Q800 398 1270 428 Q800 500 330 428" fill="#cfdada" opacity="0.6"/>' +
      `<path d="${wall}" fill="url(#wall)"/><path d="${wall}" fill="url(#shade)"/>` +
      many(13, 2, (index) => {
        const t = (index + 1) / 14;
        const top = 430 + 260 * t * (1 - t);
        const x = 300 + 1000 * t;
        const foot = 420 + 770 * t;
        return `<path d="M${x} ${top + 14} L${foot} ${905 + 210 * t * (1 - t)}" stroke="#5f5b50" stroke-width="2.4" opacity="0.55"/>`;
      }) +
      many(5, 2, (index) => {
        const y = 0.18 * (index + 1);
        return `<path d="M${300 + 116 * y} ${430 + 475 * y} Q800 ${560 + 450 * y} ${1300 - 112 * y} ${430 + 475 * y}" fill="none" stroke="#5f5b50" stroke-width="1.8" opacity="0.45"/>`;
      }) +
      many(16, 17, (_, random) => {
        const x = 520 + random() * 560;
        const y = 560 + random() * 160;
        return `<rect x="${Math.round(x)}" y="${Math.round(y)}" width="${Math.round(6 + random() * 20)}" height="${Math.round(120 + random() * 190)}" fill="#4f4d45" opacity="0.16" filter="url(#soft)"/>`;
      }) +
      '<path d="M292 418 Q800 548 1308 418 L1308 440 Q800 570 292 440Z" fill="#e6e0d1"/><path d="M292 440 Q800 570 1308 440 L1306 450 Q800 582 294 450Z" fill="#55524a" opacity="0.7"/>' +
      many(30, 1, (index) => {
        const t = index / 29;
        const y = 418 + 260 * t * (1 - t);
        return `<rect x="${Math.round(300 + 1000 * t)}" y="${Math.round(y - 16)}" width="3" height="18" fill="#45433c"/>`;
      }) +
      [
        [600, 487],
        [628, 488],
        [900, 491],
      ]
        .map(([x = 0, y = 0]) => person(x, y, 46, '#2b2a26'))
        .join('') +
      land(
        [
          [0, 250],
          [120, 300],
          [300, 430],
          [420, 905],
          [560, 985],
          [520, 1067],
          [1600, 1067],
        ]
          .filter(([x = 0]) => x < 600)
          .map(([x = 0, y = 0]) => /** @type {const} */ ([x, y]))
          .concat([[560, 1067]]),
        'url(#side)',
      ) +
      `<path d="M1600 240 L1480 300 L1300 430 L1190 905 L1040 985 L1080 ${HEIGHT} L1600 ${HEIGHT}Z" fill="url(#side)"/>` +
      many(90, 23, (index, random) => {
        const left = index % 2 === 0;
        const y = 430 + random() * 620;
        const inset = random() * (170 + (y - 430) * 0.42);
        const x = left ? inset : WIDTH - inset;
        return fir(
          Math.round(x),
          Math.round(y + 30),
          Math.round(46 + random() * 90),
          random() > 0.5 ? '#1f271f' : '#2d382c',
        );
      }) +
      `<path d="M560 985 Q800 1026 1040 985 L1110 ${HEIGHT} L480 ${HEIGHT}Z" fill="#7d8d8c"/><path d="M768 930 q30 60 -10 100 q50 20 104 0 q-50 -46 -22 -100z" fill="#eef1ee" opacity="0.85" filter="url(#soft)"/>` +
      ripples({ seed: 3, from: 1010, to: 1060, colour: '#e7eeec', count: 40, around: 800 }),
  );
}
