import { backups } from './en/backups';
import { drafts } from './en/drafts';
import { codes } from './en/codes';
import { compare } from './en/compare';
import { deliveries } from './en/deliveries';
import { desk } from './en/desk';
import { editor } from './en/editor';
import { errors } from './en/errors';
import { exchange } from './en/exchange';
import { help } from './en/help';
import { history } from './en/history';
import { library } from './en/library';
import { lifeLine } from './en/life-line';
import { merge } from './en/merge';
import { preferences } from './en/preferences';
import { record } from './en/record';
import { search } from './en/search';
import { sheet } from './en/sheet';
import { style } from './en/style';
import { templates } from './en/templates';
import { timeLine } from './en/time-line';
import { tools } from './en/tools';
import { topics } from './en/topics';
import { trace } from './en/trace';

/** The English catalogue; its keys are the keys of every catalogue. */
export const en = {
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
} as const;

/** The name of a message. */
export type MessageKey = keyof typeof en;
