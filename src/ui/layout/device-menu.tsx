import { Cpu, Zap } from 'lucide-react';
import { useState } from 'react';
import type { BackendChoice } from '../../runtime/host/protocol.ts';
import { useWords } from '../language/words.ts';
import { connected } from '../painting/connected.ts';
import { refuse } from '../state/notices.ts';
import { usePainting } from '../state/painting.ts';
import { MenuChoice, MenuGroup, MenuTrigger, ViewerMenu } from '../viewer/viewer-menu.tsx';
import styles from './status-bar.module.css';

const choices = ['auto', 'webgpu', 'wasm'] as const satisfies readonly BackendChoice[];

/** GPU or CPU, and the way to the other one. */
export function DeviceMenu() {
  const words = useWords();
  const backend = usePainting(state => state.backend);
  const [isAuto, setAuto] = useState(true);
  if (!backend) return null;
  const isGpu = backend.name === 'webgpu';
  const choose = async (choice: BackendChoice) => {
    const used = await (await connected())?.chooseBackend(choice);
    if (used && !used.ok) refuse(used.reason);
    else setAuto(choice === 'auto');
  };
  return (
    <ViewerMenu
      items={
        <MenuGroup title={words('status.device-choose')}>
          {choices.map(choice => (
            <MenuChoice
              key={choice}
              isChosen={choice === 'auto' ? isAuto : !isAuto && choice === backend.name}
              onChoose={() => void choose(choice)}
            >
              {words(`status.device.${choice}`)}
            </MenuChoice>
          ))}
        </MenuGroup>
      }
    >
      <MenuTrigger className={styles.button}>
        <span className="unseen">{words('status.device')}</span>
        {isGpu ? (
          <Zap size={13} strokeWidth={1.75} aria-hidden />
        ) : (
          <Cpu size={13} strokeWidth={1.75} aria-hidden />
        )}
        {isGpu ? 'GPU' : 'CPU'} · {backend.description}
      </MenuTrigger>
    </ViewerMenu>
  );
}
