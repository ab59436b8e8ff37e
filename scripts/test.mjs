/**
 * `npm test`: sets up, builds, then checks types, lint, import rules and format, and runs the unit
 * and the window tests; every stage runs even if one before it failed. `unit` or `window` as first
 * argument runs those alone, and what follows goes to their runner. The last line is the count.
 */
import { ensureSetup } from './setup/index.mjs';
import { runMain, say, seconds, tellFailure } from './shared/progress.mjs';
import { closingLine, countCheck, NOTHING, sum } from './testing/counts.mjs';
import { buildStage, CHECKS, UNIT, WINDOW } from './testing/stages.mjs';

/** @typedef {import('./testing/counts.mjs').Counts} Counts */
/** @typedef {import('./testing/stages.mjs').Stage} Stage */

await runMain(async () => {
  const { stages, args, needsBuild } = choose(process.argv.slice(2));
  const total = await runAll(stages, args, needsBuild);
  process.stdout.write(`${closingLine(total)}\n`);
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
});

/** @param {readonly string[]} argv */
function choose(argv) {
  const [first = '', ...rest] = argv;
  if (first === 'unit') return { stages: [UNIT], args: rest, needsBuild: false };
  if (first === 'window') return { stages: [WINDOW], args: rest, needsBuild: true };
  if (first === 'checks') return { stages: CHECKS, args: rest, needsBuild: false };
  return { stages: [...CHECKS, UNIT, WINDOW], args: [...argv], needsBuild: true };
}

/**
 * @param {readonly Stage[]} stages
 * @param {readonly string[]} args
 * @param {boolean} needsBuild
 * @returns {Promise<Counts>}
 */
async function runAll(stages, args, needsBuild) {
  try {
    await ensureSetup('everything');
  } catch (error) {
    tellFailure(error);
    return countCheck(1);
  }
  const built = needsBuild ? await timed('build', buildStage) : NOTHING;
  const results = [built];
  for (const stage of stages) {
    if (stage.needsBuild && built.failed > 0) {
      say(`── ${stage.name}: not run, since the build failed`);
      results.push(countCheck(1));
    } else {
      results.push(await timed(stage.name, () => stage.run(args)));
    }
  }
  return sum(results);
}

/**
 * Runs a stage, which never throws, and says how long it took and what it came to.
 * @param {string} name
 * @param {() => Promise<Counts>} work
 */
async function timed(name, work) {
  say(`\n── ${name}`);
  const started = performance.now();
  let counts = countCheck(1);
  try {
    counts = await work();
  } catch (error) {
    tellFailure(error);
  }
  const verdict = counts.failed > 0 ? `FAILED (${closingLine(counts)})` : outcome(counts);
  say(`── ${name}: ${verdict} in ${seconds(performance.now() - started)}`);
  return counts;
}

/** @param {Counts} counts */
function outcome(counts) {
  return counts.passed > 1 ? closingLine(counts) : 'ok';
}
