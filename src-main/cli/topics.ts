import { appError } from '../contract/errors';
import { topicName } from '../domain/exchange/topics';
import { err, ok } from '../domain/result';
import type { Services } from '../services';
import { dispatchOf, type Performed } from './outcome';

/** Loads the vocabulary of subjects, finds in it, or says what a dispatch is about. */
export async function topics(
  services: Services,
  [verb = '', ...rest]: readonly string[],
  path: (given: string) => string,
): Performed {
  switch (verb) {
    case 'load':
      return load(services, rest.map(path));
    case 'find':
      return find(services, rest.join(' '));
    case 'set':
      return set(services, rest);
    default:
      return err(appError('validation', 'topics-verb'));
  }
}

async function load(services: Services, paths: readonly string[]): Performed {
  const known = await services.topics.load(paths);
  if (!known.ok) return known;
  const { count, release } = known.value;
  const text = `${count} topics can be chosen (release ${release ?? 'unknown'})\n`;
  return ok({ json: known.value, text, problems: [] });
}

async function find(services: Services, text: string): Performed {
  const found = await services.topics.find({ text, limit: 50 });
  if (!found.ok) return found;
  const lines = found.value.topics.map(({ code, fr, en }) => `${code}  ${fr}  |  ${en}\n`);
  return ok({ json: found.value, text: lines.join(''), problems: [] });
}

async function set(services: Services, [given = '', ...codes]: readonly string[]): Performed {
  const dispatch = await dispatchOf(services, given);
  if (!dispatch.ok) return dispatch;
  const { id, language } = dispatch.value;
  const subjects: { code: string; name: string }[] = [];
  for (const code of codes) {
    const found = await services.topics.find({ text: code, limit: 50 });
    if (!found.ok) return found;
    const topic = found.value.topics.find((one) => one.code === code);
    if (topic === undefined) return err(appError('validation', 'topic-unknown', { code }));
    subjects.push({ code, name: topicName(topic, language) });
  }
  const done = await services.topics.setSubjects({ id, subjects });
  if (!done.ok) return done;
  const text = subjects.map(({ code, name }) => `${code}  ${name}\n`).join('');
  return ok({ json: { id, subjects }, text, problems: [] });
}
