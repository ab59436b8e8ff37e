import type { SlugProblem } from '@domain/record/slug';
import type { Locale } from './i18n/Locale';

/** What is wrong with a slug, in words. */
export function slugText(t: Locale['t'], problem: SlugProblem): string {
  return problem.is === 'sign'
    ? t('heading.slug-sign', { sign: problem.sign })
    : t('heading.slug-length', { most: problem.most });
}
