import { useState } from 'react';
import { Button } from '../ui/Button';
import { Chooser } from '../ui/Chooser';
import { Dialog } from '../ui/Dialog';
import { Empty } from '../ui/Empty';
import { ErrorNote } from '../ui/ErrorNote';
import { Findings } from '../ui/Findings';
import { UrgencyShape } from '../ui/Urgency';
import { Sample } from './Sample';

const nothing = (): void => undefined;
const found = ['Kelmouth ferry terminal reopens', 'Le col de Veyrac fermé'];

/** What is told, and what stands over the desk. */
export function Said() {
  const [over, setOver] = useState<'dialog' | 'chooser' | null>(null);
  const close = (): void => setOver(null);
  return (
    <>
      <Sample name="Empty, ErrorNote, Findings, Urgency">
        <Empty title="No notes" text="Select words in the text and leave a note on them.">
          <Button>Add a note</Button>
        </Empty>
        <ErrorNote error={{ code: 'archive-full' }} />
        <Findings findings={[]} />
        <Findings
          findings={[
            { code: 'headline-missing', blocking: true, count: 1 },
            { code: 'signoff-missing', blocking: false, count: 1 },
          ]}
        />
        {[1, 2, 3, 4, 5].map((urgency) => (
          <span key={urgency}>
            {urgency} <UrgencyShape urgency={urgency} />
          </span>
        ))}
      </Sample>
      <Sample name="Dialog, Chooser">
        <Button onClick={() => setOver('dialog')}>Open a dialog</Button>
        <Button onClick={() => setOver('chooser')}>Open a chooser</Button>
      </Sample>
      {over === 'dialog' && (
        <Dialog
          title="Discard the draft?"
          onClose={close}
          footer={
            <>
              <Button onClick={close}>Keep it</Button>
              <Button look="danger" data-autofocus="" onClick={close}>
                Discard
              </Button>
            </>
          }
        >
          <p>It can be brought back for 30 days, with its notes.</p>
        </Dialog>
      )}
      {over === 'chooser' && (
        <Chooser
          title="Open quickly"
          label="Words of the slug or headline"
          empty="Nothing is called that."
          items={found.map((content) => ({ key: content, content }))}
          onText={nothing}
          onChoose={close}
          onClose={close}
        />
      )}
    </>
  );
}
