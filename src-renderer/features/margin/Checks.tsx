import type { DispatchModel } from '@contract/models';
import { missingCodes } from '@domain/record/carries';
import { useRunCommand } from '../../state/commands';
import { useFindings } from '../../state/findings';
import { Button } from '../../ui/Button';
import { Empty } from '../../ui/Empty';
import { Findings } from '../../ui/Findings';
import { useLocale } from '../../ui/i18n/Locale';
import type { CheckCode } from '@domain/record/checks';
import { PublishedStyle } from './PublishedStyle';
import { StyleChecks } from './StyleChecks';
import styles from './Details.module.css';

/** What spelling and style tell word by word. */
const shownInText: ReadonlySet<CheckCode> = new Set<CheckCode>([
  'quotes-unbalanced',
  'day-does-not-fit',
]);

/** What is filled in on the publish sheet. */
const filledIn: ReadonlySet<CheckCode> = new Set<CheckCode>(missingCodes);

/** What stands between the draft and publishing. */
export function Checks({ dispatch }: { readonly dispatch: DispatchModel }) {
  const { t } = useLocale();
  const run = useRunCommand();
  const findings = useFindings(dispatch);
  if (findings === null) {
    const killed = dispatch.takes.some((take) => take.kind === 'kill');
    return (
      <div className={styles['scroll']} tabIndex={-1} data-focus-target="">
        <Empty text={t('checks.none-draft')}>
          {!killed && dispatch.takes.length > 0 && (
            <Button
              command="draft.append-update"
              showShortcut
              onClick={() => run('draft.append-update')}
            >
              {t('sheet.append')}
            </Button>
          )}
        </Empty>
        <PublishedStyle dispatch={dispatch} />
      </div>
    );
  }
  return (
    <div className={styles['scroll']} tabIndex={-1} data-focus-target="">
      <h3 className={styles['title']}>{t('checks.title')}</h3>
      <Findings findings={findings.filter(({ code }) => !shownInText.has(code))} />
      {findings.some(({ code }) => filledIn.has(code)) && (
        <Button command="draft.publish" showShortcut onClick={() => run('draft.publish')}>
          {t('checks.fill-in')}
        </Button>
      )}
      <StyleChecks dispatch={dispatch} />
      <PublishedStyle dispatch={dispatch} />
    </div>
  );
}
