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
import { person } from './figures.mjs';

/** The stage of the festival's theatre, before the prize is given. */
export function stage() {
  const fold = (/** @type {number} */ x, /** @type {number} */ width) =>
    `<rect x="${x}" y="0" width="${width}" height="800" fill="url(#fold)"/>`;
  return picture(
    gradient('wall', [
      [0, '#1b1115'],
      [100, '#2c161a'],
    ]) +
      gradient(
        'fold',
        [
          [0, '#4d1518'],
          [40, '#9a2b2a'],
          [65, '#6f1c1e'],
          [100, '#3b0f13'],
        ],
        'x1="0" y1="0" x2="1" y2="0"',
      ) +
      gradient('floor', [
        [0, '#8a5a35'],
        [100, '#3a2418'],
      ]) +
      gradient('beam', [
        [0, '#fff1cf'],
        [100, '#fff1cf00'],
      ]) +
      glow('pool', '#ffe3b0', 0.85) +
      gradient('screen', [
        [0, '#38536a'],
        [60, '#8ea3a6'],
        [100, '#c9bfa3'],
      ]),
    band('url(#wall)') +
      '<rect x="420" y="170" width="760" height="430" fill="url(#screen)"/>' +
      '<path d="M420 470 Q640 430 800 462 T1180 448 L1180 600 L420 600Z" fill="#26353e"/><path d="M640 520 h210 l-26 34 h-150z M730 520 v-54 h40 v54z" fill="#0f171c"/><rect x="420" y="560" width="760" height="40" fill="#5c7683" opacity="0.7"/>' +
      many(22, 3, (index) =>
        index < 11 ? fold(-20 + index * 38, 40) : fold(1202 + (index - 11) * 38, 40),
      ) +
      many(
        29,
        4,
        (index) =>
          `<path d="M${index * 58 - 20} 0 h62 v${96 + (index % 2) * 12} q-31 40 -62 0z" fill="url(#fold)"/>`,
      ) +
      `<path d="M0 720 L260 640 L1340 640 L1600 720 L1600 830 L0 830Z" fill="url(#floor)"/><ellipse cx="800" cy="712" rx="360" ry="52" fill="url(#pool)"/>` +
      '<path d="M690 -10 L760 -10 L1010 715 L600 715Z" fill="url(#beam)" opacity="0.42" filter="url(#soft)"/><path d="M180 -10 L230 -10 L860 715 L690 715Z" fill="url(#beam)" opacity="0.2" filter="url(#soft)"/><path d="M1370 -10 L1420 -10 L960 715 L760 715Z" fill="url(#beam)" opacity="0.2" filter="url(#soft)"/>' +
      person(780, 716, 190, '#15100f') +
      '<path d="M872 716 v-120 m-14 0 l28 -12" stroke="#15100f" stroke-width="5" fill="none"/><path d="M880 716 h-34 l6 -70 h60 l6 70z" fill="#2a1a12"/>' +
      `<rect y="826" width="${WIDTH}" height="14" fill="#1c120e"/>` +
      many(5, 6, (row) => {
        const y = 880 + row * 52;
        return many(26 - row * 2, 30 + row, (index, random) => {
          const step = WIDTH / (25 - row * 2);
          const x = index * step + (row % 2) * step * 0.5 + (random() - 0.5) * 14;
          const r = 20 + row * 4.6;
          return random() < 0.06
            ? ''
            : `<g fill="${['#3b2420', '#2c1a18', '#211312', '#170d0d', '#0d0808'][row]}"><circle cx="${Math.round(x)}" cy="${y}" r="${Math.round(r)}"/><path d="M${Math.round(x - r * 2)} ${y + r * 4} q0 ${-r * 3} ${r * 2} ${-r * 3} q${r * 2} 0 ${r * 2} ${r * 3}z"/></g>`;
        });
      }),
  );
}

/** The dome of the observatory at dusk, the first stars above. */
export function observatory() {
  return picture(
    gradient('sky', [
      [0, '#10192d'],
      [45, '#2d3f5f'],
      [78, '#87718a'],
      [100, '#e0a17f'],
    ]) +
      gradient(
        'dome',
        [
          [0, '#8c93a0'],
          [45, '#d6cfc8'],
          [100, '#5b6070'],
        ],
        'x1="1" y1="0" x2="0" y2="0.4"',
      ) +
      gradient(
        'drum',
        [
          [0, '#4c5263'],
          [60, '#9c97a0'],
          [100, '#3a3f50'],
        ],
        'x1="0" y1="0" x2="1" y2="0"',
      ) +
      glow('dusk', '#ffcf9e', 0.75),
    band('url(#sky)') +
      '<ellipse cx="420" cy="800" rx="800" ry="280" fill="url(#dusk)"/>' +
      many(420, 71, (_, random) => {
        const y = random() ** 1.5 * 690;
        const r = random() ** 6 * 2.8 + 0.6;
        const opacity = (0.25 + random() * 0.75) * (1 - y / 780);
        return `<circle cx="${Math.round(random() * WIDTH)}" cy="${Math.round(y)}" r="${r.toFixed(1)}" fill="#f4efe2" opacity="${opacity.toFixed(2)}"/>`;
      }) +
      '<g transform="rotate(-28 700 300)"><ellipse cx="700" cy="300" rx="1100" ry="86" fill="#b9bfd6" opacity="0.1" filter="url(#softer)"/><ellipse cx="640" cy="290" rx="700" ry="34" fill="#d9dcec" opacity="0.09" filter="url(#softer)"/></g>' +
      land(
        ridge(
          [
            [0, 790],
            [300, 740],
            [640, 800],
            [1000, 770],
            [1600, 800],
          ],
          { seed: 15, rough: 0.12 },
        ),
        '#4a4660',
      ) +
      land(
        ridge(
          [
            [0, 850],
            [420, 830],
            [800, 800],
            [1240, 780],
            [1600, 850],
          ],
          { seed: 18, rough: 0.04 },
        ),
        '#242739',
      ) +
      '<rect x="840" y="600" width="420" height="200" fill="url(#drum)"/><path d="M826 604 A224 224 0 0 1 1274 604Z" fill="url(#dome)"/><path d="M978 396 Q1010 382 1044 380 L1066 604 H1010Z" fill="#151a28"/><path d="M968 398 l-10 4 l40 202 h14z M1046 380 l18 0 l22 224 h-18z" fill="#767c8a"/><path d="M1000 470 L960 352 L1002 338 L1044 460Z" fill="#aab0bb"/><path d="M956 354 l48 -16 l4 14 l-48 16z" fill="#d4d5d6"/>' +
      '<rect x="822" y="598" width="456" height="16" fill="#3b4050"/><rect x="1100" y="700" width="44" height="100" fill="#1b1e2b"/><rect x="1108" y="708" width="28" height="92" fill="#f2c27d"/><rect x="900" y="668" width="34" height="34" fill="#f2c27d" opacity="0.85"/><rect x="966" y="668" width="34" height="34" fill="#f2c27d" opacity="0.4"/><path d="M1260 690 h150 v110 h-150z" fill="#2c3041"/><path d="M1250 694 l84 -44 l84 44z" fill="#20232f"/><rect x="1310" y="724" width="30" height="30" fill="#f2c27d" opacity="0.7"/>' +
      `<path d="M1096 800 Q1000 880 760 930 Q540 980 500 ${HEIGHT} L900 ${HEIGHT} Q900 980 1010 920 Q1120 860 1150 800Z" fill="#6c6270"/><path d="M1108 800 h30 l-20 40 h-40z" fill="#f2c27d" opacity="0.5" filter="url(#soft)"/>` +
      land(
        ridge(
          [
            [0, 930],
            [420, 950],
            [640, 1000],
            [760, 1067],
            [1600, 1067],
          ],
          { seed: 30, rough: 0.04 },
        ),
        '#12141f',
      ) +
      `<path d="M${WIDTH} 880 Q1300 900 1100 970 Q980 1010 960 ${HEIGHT} H${WIDTH}Z" fill="#151826"/>` +
      many(160, 77, (_, random) => {
        const x = Math.round(random() * WIDTH);
        const y = 950 + Math.round(random() * 117);
        return x > 480 && x < 1000
          ? ''
          : `<path d="M${x} ${y} q${Math.round(random() * 12 - 6)} -22 ${Math.round(random() * 22 - 11)} -${Math.round(24 + random() * 26)}" stroke="#0c0e17" stroke-width="3" fill="none"/>`;
      }) +
      person(690, 996, 104, '#0d0f18') +
      person(736, 1000, 92, '#0d0f18') +
      person(778, 1000, 58, '#0d0f18'),
  );
}

/** The two banks of the lake in October, seen from the vineyards. */
export function vineyards() {
  return picture(
    gradient('sky', [
      [0, '#a8b6bd'],
      [70, '#e7dfc9'],
      [100, '#f0e2c4'],
    ]) +
      gradient('lake', [
        [0, '#c6d0ce'],
        [100, '#7d99a1'],
      ]) +
      gradient('far', [
        [0, '#8fa0a6'],
        [100, '#b9c2be'],
      ]) +
      gradient('slope', [
        [0, '#b98d3f'],
        [100, '#6b4a22'],
      ]) +
      glow('sun', '#fff3d2', 0.9),
    band('url(#sky)') +
      '<ellipse cx="400" cy="250" rx="700" ry="300" fill="url(#sun)"/>' +
      land(
        ridge(
          [
            [0, 330],
            [260, 240],
            [560, 330],
            [860, 190],
            [1180, 300],
            [1600, 210],
          ],
          { seed: 33, rough: 0.3 },
        ),
        'url(#far)',
      ) +
      land(
        ridge(
          [
            [0, 410],
            [420, 372],
            [900, 420],
            [1300, 380],
            [1600, 400],
          ],
          { seed: 37, rough: 0.12 },
        ),
        '#8a9a8f',
      ) +
      many(
        38,
        5,
        (_, random) =>
          `<rect x="${Math.round(120 + random() * 1300)}" y="${Math.round(424 + random() * 18)}" width="${Math.round(5 + random() * 10)}" height="${Math.round(6 + random() * 9)}" fill="${random() > 0.4 ? '#efe6d4' : '#b9835f'}"/>`,
      ) +
      band('url(#lake)', 444) +
      '<path d="M0 446 Q400 470 700 452 T1600 450 L1600 500 Q900 476 0 500Z" fill="#8fa09a" opacity="0.35" filter="url(#soft)"/>' +
      ripples({ seed: 44, from: 460, to: 700, colour: '#fdf5df', count: 150, around: 420 }) +
      '<path d="M980 560 l34 -92 v92z M1018 560 l22 -66 v66z" fill="#f6f1e3"/><path d="M970 564 h84 l-12 12 h-60z" fill="#5c4334"/><path d="M700 520 l14 -38 v38z" fill="#f6f1e3"/><path d="M694 522 h32 l-5 5 h-22z" fill="#5c4334"/>' +
      land(
        ridge(
          [
            [0, 560],
            [380, 640],
            [760, 700],
            [1150, 650],
            [1600, 520],
          ],
          { seed: 40, rough: 0.03 },
        ),
        'url(#slope)',
      ) +
      many(19, 46, (row) => {
        const top = 700 - Math.abs(row - 9) ** 1.5 * 5.2;
        const foot = -900 + row * 189;
        const x = 190 + row * 68;
        return `<path d="M${x} ${Math.round(top)} Q${Math.round((x * 2 + foot) / 3)} 830 ${foot} 1090" stroke="${row % 3 === 0 ? '#54401d' : '#5d4a22'}" stroke-width="9" fill="none" opacity="0.75"/>`;
      }) +
      many(620, 47, (index, random) => {
        const row = index % 19;
        const t = random() ** 0.8;
        const x0 = 190 + row * 68;
        const x1 = -900 + row * 189;
        const mid = (x0 * 2 + x1) / 3;
        const y0 = 700 - Math.abs(row - 9) ** 1.5 * 5.2;
        const u = 1 - t;
        const x = u * u * x0 + 2 * u * t * mid + t * t * x1;
        const y = u * u * y0 + 2 * u * t * 830 + t * t * 1090;
        const r = 5 + t * 24;
        const colour = ['#c9872f', '#a8571f', '#d8a843', '#8a6a2a', '#7c7a35'][
          Math.floor(random() * 5)
        ];
        return `<ellipse cx="${Math.round(x + (random() - 0.5) * r)}" cy="${Math.round(y - r * 0.6)}" rx="${Math.round(r)}" ry="${Math.round(r * 0.72)}" fill="${colour}" opacity="0.9"/>`;
      }) +
      '<path d="M1240 668 v-74 l54 -40 l54 40 v74z" fill="#e9dcc0"/><path d="M1228 598 l66 -50 l66 50z" fill="#8a4a32"/><rect x="1280" y="626" width="28" height="42" fill="#5a4030"/><path d="M1400 650 q-14 -90 8 -150 q24 60 10 150z M1436 640 q-12 -76 6 -128 q22 54 10 128z" fill="#3d4a35"/>',
  );
}
