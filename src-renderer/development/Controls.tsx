import { PanelLeft, X } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton, Kbd } from '../ui/Button';
import { Choice } from '../ui/Choice';
import { Menu } from '../ui/Menu';
import { Splitter } from '../ui/Splitter';
import { Tabs } from '../ui/Tabs';
import { NoWritingContext } from '../ui/Writing';
import { Sample } from './Sample';
import styles from './gallery.module.css';

const nothing = (): void => undefined;
const readOnly = { why: 'The archive can only be read.', explain: nothing };
const kinds = [
  { value: 'all', label: 'All', count: 12 },
  { value: 'drafts', label: 'Drafts', count: 3 },
  { value: 'published', label: 'Published' },
];

/** What is pressed, chosen and moved. */
export function Controls() {
  const [kind, setKind] = useState('all');
  const [tab, setTab] = useState('notes');
  const [width, setWidth] = useState(160);
  return (
    <>
      <Buttons />
      <Sample name="IconButton, Kbd">
        <IconButton label="Hide the wire" aria-expanded onClick={nothing}>
          <PanelLeft aria-hidden="true" />
        </IconButton>
        <IconButton label="Pressed" aria-pressed onClick={nothing}>
          <PanelLeft aria-hidden="true" />
        </IconButton>
        <IconButton label="Close" disabled>
          <X aria-hidden="true" />
        </IconButton>
        <Kbd accelerator="CmdOrCtrl+Shift+P" />
        <Kbd accelerator="F8" />
      </Sample>
      <Sample name="Choice">
        <Choice label="Views" options={kinds} value={kind} onChange={setKind} />
        <Choice boxed label="Units" options={kinds} value={kind} onChange={setKind} />
      </Sample>
      <Sample name="Menu">
        <Menu text="Another take" label="Another take" items={kinds} onChoose={nothing} />
        <NoWritingContext value={readOnly}>
          <Menu writes text="Read only" label="Read only" items={kinds} onChoose={nothing} />
        </NoWritingContext>
      </Sample>
      <Sample name="Tabs, Splitter">
        <div className={styles['pane']} style={{ width: 240 + width }}>
          <Tabs
            label="Margin"
            tabs={[
              {
                value: 'notes',
                label: 'Notes',
                count: { text: '3', label: '3 open notes', alarming: true },
              },
              { value: 'details', label: 'Details' },
              { value: 'history', label: 'History', count: { text: '7', label: '7 revisions' } },
            ]}
            value={tab}
            onChange={setTab}
          >
            <p className={styles['text']}>{tab}</p>
          </Tabs>
        </div>
        <div className={styles['split']}>
          <Splitter
            label="Width of the pane"
            side="before"
            width={width}
            least={40}
            most={320}
            drawn={160}
            onChange={setWidth}
          />
        </div>
      </Sample>
    </>
  );
}

function Buttons() {
  return (
    <Sample name="Button">
      <Button look="primary" data-primary="">
        Publish
      </Button>
      <Button look="primary" command="draft.publish" showShortcut>
        Publish…
      </Button>
      <Button look="primary" disabled>
        Publish
      </Button>
      <Button>Open</Button>
      <Button command="dispatch.new" showShortcut>
        New dispatch
      </Button>
      <Button disabled>Open</Button>
      <Button aria-pressed>Table</Button>
      <NoWritingContext value={readOnly}>
        <Button writes>Read only</Button>
      </NoWritingContext>
      <Button look="danger">Discard</Button>
      <Button look="danger" disabled>
        Discard
      </Button>
      <Button look="quiet">Restore…</Button>
      <Button look="quiet" disabled>
        Restore…
      </Button>
    </Sample>
  );
}
