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

/** A trawler, its bow at a point. @param {number} x @param {number} y @param {number} s @param {string} hull @param {string} cabin */
const trawler = (x, y, s, hull, cabin) =>
  `<g transform="translate(${x} ${y}) scale(${s})"><path d="M150 -60 V-330 M150 -320 L40 -120 M150 -320 L330 -70 M60 -90 L-40 -250" stroke="#2b2a2c" stroke-width="6" fill="none"/><path d="M22 -84 V-130 l20 -60 h98 v106z" fill="${cabin}"/><rect x="58" y="-178" width="20" height="24" fill="#ffd88f"/><rect x="92" y="-178" width="20" height="24" fill="#ffd88f"/><path d="M-60 -96 Q0 -80 60 -84 L360 -84 Q356 -30 330 0 H10 Q-40 -30 -60 -96Z" fill="${hull}"/><path d="M-52 -78 Q0 -62 60 -66 L358 -66" stroke="#efe7d6" stroke-width="5" fill="none"/></g>`;

/** Trawlers at the quay, at dawn. */
export function quay() {
  return picture(
    gradient('sky', [
      [0, '#5e7391'],
      [48, '#c79d96'],
      [78, '#f3c796'],
      [100, '#f7dcae'],
    ]) +
      gradient('water', [
        [0, '#e6b78f'],
        [30, '#98888f'],
        [100, '#2e3c4f'],
      ]) +
      glow('sun', '#fff0cf', 1),
    band('url(#sky)', 0, 560) +
      '<ellipse cx="1130" cy="520" rx="560" ry="330" fill="url(#sun)"/><circle cx="1130" cy="506" r="36" fill="#fff6e2"/>' +
      many(
        9,
        41,
        (_, random) =>
          `<ellipse cx="${Math.round(random() * WIDTH)}" cy="${Math.round(120 + random() * 260)}" rx="${Math.round(130 + random() * 260)}" ry="${Math.round(6 + random() * 13)}" fill="#f5d9c3" opacity="0.4" filter="url(#soft)"/>`,
      ) +
      land(
        ridge(
          [
            [0, 470],
            [260, 450],
            [620, 520],
            [940, 540],
            [1600, 500],
          ],
          { seed: 4, rough: 0.06 },
        ),
        '#76788a',
      ) +
      many(34, 12, (index, random) => {
        const x = index * 22 - 10;
        const h = 40 + random() * 62;
        return `<path d="M${x} 560 v${-Math.round(h)} l12 -14 l12 14 v${Math.round(h)}z" fill="${random() > 0.5 ? '#555a6c' : '#656778'}"/>${random() > 0.6 ? `<rect x="${x + 8}" y="${Math.round(560 - h * 0.6)}" width="6" height="8" fill="#f8d28c"/>` : ''}`;
      }) +
      '<path d="M616 560 v-150 l14 -26 l14 26 v150z" fill="#4c5063"/>' +
      band('url(#water)', 556) +
      ripples({ seed: 2, from: 570, to: 1030, colour: '#ffe6bd', count: 240, around: 1130 }) +
      ripples({ seed: 8, from: 600, to: 1050, colour: '#d9c3bb', count: 120 }) +
      '<path d="M1290 556 h310 v30 h-310z M1330 556 v-40 h8 v40z" fill="#474b5c"/><path d="M1334 516 m-10 0 h20 l-4 -20 h-12z" fill="#b3452c"/>' +
      trawler(640, 690, 0.72, '#4e5a6a', '#d8cdbb') +
      trawler(930, 800, 1, '#7b332c', '#e6dcc8') +
      trawler(300, 850, 1.25, '#2f4a58', '#dcd2bf') +
      '<path d="M270 862 q240 30 520 0 l-60 60 q-200 30 -400 0z M890 808 q200 20 430 0 l-40 46 q-170 20 -350 0z" fill="#1d2735" opacity="0.55" filter="url(#soft)"/>' +
      `<path d="M0 930 L520 960 L900 ${HEIGHT} L0 ${HEIGHT}Z" fill="#29262a"/><path d="M0 930 L520 960 L900 ${HEIGHT}" fill="none" stroke="#c9a884" stroke-width="4" opacity="0.7"/>` +
      [
        [120, 985],
        [330, 1000],
        [560, 1030],
      ]
        .map(
          ([x = 0, y = 0]) =>
            `<path d="M${x - 16} ${y} v-40 q16 -16 32 0 v40z" fill="#141316"/><rect x="${x - 24}" y="${y - 50}" width="48" height="13" rx="6" fill="#141316"/>`,
        )
        .join('') +
      person(214, 986, 130, '#141316') +
      person(262, 990, 122, '#141316'),
  );
}

/** A ferry passes under the bridge of the harbour. */
export function bridge() {
  const deck = (/** @type {number} */ t) => 430 - 40 * Math.sin(Math.PI * t);
  const cable = (/** @type {number} */ from, /** @type {number} */ to, /** @type {number} */ sag) =>
    many(27, 1, (index) => {
      const t = (index + 1) / 28;
      const x = from + (to - from) * t;
      const y = 150 + sag * 4 * t * (1 - t);
      return `<path d="M${x} ${y} V${deck(x / WIDTH)}" stroke="#3c4a52" stroke-width="2" opacity="0.8"/>`;
    }) +
    `<path d="M${from} 150 Q${(from + to) / 2} ${150 + sag * 2} ${to} 150" fill="none" stroke="#2c383f" stroke-width="7"/>`;
  return picture(
    gradient('sky', [
      [0, '#8ba0a8'],
      [60, '#c8cfcb'],
      [100, '#e3dfd0'],
    ]) +
      gradient('water', [
        [0, '#aebbb8'],
        [100, '#3e5058'],
      ]) +
      gradient('tower', [
        [0, '#56656c'],
        [100, '#333f46'],
      ]),
    band('url(#sky)') +
      many(
        12,
        51,
        (_, random) =>
          `<ellipse cx="${Math.round(random() * WIDTH)}" cy="${Math.round(60 + random() * 330)}" rx="${Math.round(150 + random() * 260)}" ry="${Math.round(14 + random() * 30)}" fill="#f1efe7" opacity="0.5" filter="url(#softer)"/>`,
      ) +
      land(
        ridge(
          [
            [0, 600],
            [300, 570],
            [700, 612],
            [1100, 590],
            [1600, 560],
          ],
          { seed: 6, rough: 0.08 },
        ),
        '#93a29f',
      ) +
      many(30, 22, (index, random) => {
        const h = 20 + random() * 54;
        return `<rect x="${980 + index * 21}" y="${Math.round(604 - h)}" width="18" height="${Math.round(h + 30)}" fill="${random() > 0.5 ? '#7a8a8a' : '#869594'}"/>`;
      }) +
      [1120, 1230, 1420]
        .map(
          (x) =>
            `<path d="M${x} 620 V430 M${x - 60} 436 H${x + 110} M${x} 430 L${x + 90} 436 M${x} 620 l24 -190" stroke="#5d6c70" stroke-width="6" fill="none"/>`,
        )
        .join('') +
      band('url(#water)', 620) +
      cable(360, 1240, 118) +
      '<path d="M360 150 Q150 260 -20 400 M1240 150 Q1450 260 1620 400" fill="none" stroke="#2c383f" stroke-width="7"/>' +
      many(12, 1, (index) => {
        const t = (index + 1) / 13;
        const left = 360 - 370 * t;
        const y = 150 + 250 * t ** 0.86;
        return `<path d="M${left} ${y} V440 M${1600 - left} ${y} V440" stroke="#3c4a52" stroke-width="2" opacity="0.8"/>`;
      }) +
      '<path d="M-10 432 Q800 352 1610 432 L1610 460 Q800 380 -10 460Z" fill="#37444b"/>' +
      [360, 1240]
        .map(
          (x) =>
            `<path d="M${x - 30} 720 L${x - 20} 130 h14 v590z M${x + 30} 720 L${x + 20} 130 h-14 v590z" fill="url(#tower)"/><rect x="${x - 22}" y="190" width="44" height="16" fill="#424f56"/><rect x="${x - 24}" y="300" width="48" height="16" fill="#424f56"/><path d="M${x - 70} 760 l14 -56 h112 l14 56z" fill="#6a7577"/>`,
        )
        .join('') +
      ripples({ seed: 31, from: 640, to: 1050, colour: '#e9efec', count: 260 }) +
      '<path d="M430 836 q360 44 820 -6 l-50 76 q-380 60 -700 0z" fill="#25343b" opacity="0.5" filter="url(#soft)"/>' +
      '<path d="M430 720 H1190 Q1240 720 1264 690 L1228 800 Q1214 838 1160 842 H520 Q450 838 430 720Z" fill="#24435c"/><path d="M436 750 H1244" stroke="#e8e2d3" stroke-width="8"/><path d="M500 720 V640 H1130 L1170 720Z" fill="#f0ece2"/><path d="M560 640 V578 H1040 L1072 640Z" fill="#e5e0d4"/><path d="M900 578 v-42 h120 l24 42z" fill="#f0ece2"/><path d="M660 578 l8 -96 h70 l8 96z" fill="#b3452c"/><path d="M666 506 h74 l2 20 h-78z" fill="#efe9dc"/>' +
      many(
        17,
        1,
        (index) =>
          `<rect x="${520 + index * 36}" y="664" width="20" height="22" rx="3" fill="#50697a"/>${index < 13 ? `<rect x="${576 + index * 36}" y="598" width="20" height="22" rx="3" fill="#50697a"/>` : ''}`,
      ) +
      '<rect x="916" y="548" width="96" height="16" fill="#3c5261"/>' +
      many(22, 14, (_, random) => {
        const x = Math.round(540 + random() * 520);
        return person(x, 640, 26 + random() * 6, '#3a3f42');
      }) +
      '<path d="M430 826 q-120 20 -330 16 q180 26 350 4z M1230 830 q70 20 130 12 q-60 24 -150 8z" fill="#f6f7f3" opacity="0.9" filter="url(#soft)"/><path d="M700 480 q-60 -60 -190 -70 q-90 -8 -150 -44" stroke="#5d6669" stroke-width="20" fill="none" opacity="0.3" filter="url(#softer)"/>' +
      many(9, 61, (_, random) => {
        const x = Math.round(200 + random() * 1200);
        const y = Math.round(470 + random() * 130);
        const s = 8 + random() * 11;
        return `<path d="M${x - s} ${y - s * 0.5} q${s * 0.6} ${-s * 0.3} ${s} ${s * 0.5} q${s * 0.4} ${-s * 0.8} ${s} ${-s * 0.5}" fill="none" stroke="#f7f6f0" stroke-width="3"/>`;
      }),
  );
}
