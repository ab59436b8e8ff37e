import type { MessageKey } from './en';
import { backups } from './fr/backups';
import { drafts } from './fr/drafts';
import { codes } from './fr/codes';
import { compare } from './fr/compare';
import { deliveries } from './fr/deliveries';
import { desk } from './fr/desk';
import { editor } from './fr/editor';
import { errors } from './fr/errors';
import { exchange } from './fr/exchange';
import { help } from './fr/help';
import { history } from './fr/history';
import { library } from './fr/library';
import { lifeLine } from './fr/life-line';
import { merge } from './fr/merge';
import { preferences } from './fr/preferences';
import { record } from './fr/record';
import { search } from './fr/search';
import { sheet } from './fr/sheet';
import { style } from './fr/style';
import { templates } from './fr/templates';
import { timeLine } from './fr/time-line';
import { tools } from './fr/tools';
import { topics } from './fr/topics';
import { trace } from './fr/trace';

/** The French catalogue. */
export const fr: Readonly<Record<MessageKey, string>> = {
  ...backups,
  ...drafts,
  ...compare,
  ...deliveries,
  ...desk,
  ...editor,
  ...exchange,
  ...help,
  ...history,
  ...library,
  ...lifeLine,
  ...merge,
  ...preferences,
  ...record,
  ...search,
  ...sheet,
  ...style,
  ...templates,
  ...timeLine,
  ...tools,
  ...topics,
  ...trace,
  ...errors,
  ...codes,
};
