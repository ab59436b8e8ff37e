import type { TakeModel } from '@contract/models';
import { bareSurface, PublishedTake } from '../../editor';

/** The text of a state: locked, without notes, for no take has it. */
export function StateText({
  take,
  label,
  language,
  headlineHidden = false,
}: {
  readonly take: TakeModel;
  readonly label: string;
  readonly language: 'fr' | 'en';
  readonly headlineHidden?: boolean;
}) {
  return (
    <div className="take-document" data-role={take.kind}>
      <PublishedTake
        label={label}
        language={language}
        {...bareSurface}
        take={take}
        headlineHidden={headlineHidden}
      />
    </div>
  );
}
