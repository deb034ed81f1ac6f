import { Cpu, Zap } from 'lucide-react';
import type { Speeds } from '../../runtime/execute/swiftest.ts';
import menu from '../commands/menu.module.css';
import { useWords, type Words } from '../language/words.ts';
import { budgetOf } from '../painting/budget-of.ts';
import { connected } from '../painting/connected.ts';
import { openDocument } from '../state/editor.ts';
import { refuse } from '../state/notices.ts';
import { usePainting } from '../state/painting.ts';
import { changeSettings, type Device, type Thrift, useSettings } from '../state/settings.ts';
import { MenuChoice, MenuGroup, MenuLine, MenuTrigger, ViewerMenu } from '../viewer/viewer-menu.tsx';
import styles from './status-bar.module.css';

const choices: readonly Device[] = ['auto', 'webgpu', 'wasm'];
const thrifts: readonly Thrift[] = ['speed', 'memory'];

/** What paints and how much memory it may take, from the next moment on. */
async function chooseThrift(thrift: Thrift): Promise<void> {
  changeSettings({ thrift });
  const worker = await connected();
  worker?.setPlanBudget(budgetOf(thrift).plan);
  worker?.edit(openDocument());
}

/** GPU or CPU, and the way to the other one. */
export function DeviceMenu() {
  const words = useWords();
  const backend = usePainting(state => state.backend);
  const device = useSettings(settings => settings.device);
  const thrift = useSettings(settings => settings.thrift);
  if (!backend) return null;
  const isGpu = backend.name === 'webgpu';
  const choose = async (choice: Device) => {
    const used = await (await connected())?.chooseBackend(choice);
    if (used && !used.ok) refuse(used.reason);
    else changeSettings({ device: choice });
  };
  return (
    <ViewerMenu
      items={
        <>
          <MenuGroup title={words('status.device-choose')}>
            {choices.map(choice => (
              <MenuChoice key={choice} isChosen={choice === device} onChoose={() => void choose(choice)}>
                {words(`status.device.${choice}`)}
                {choice === 'auto' && backend.speeds && (
                  <span className={menu.summary}>{measured(backend.speeds, words)}</span>
                )}
              </MenuChoice>
            ))}
          </MenuGroup>
          <MenuLine />
          <MenuGroup title={words('status.thrift')}>
            {thrifts.map(choice => (
              <MenuChoice
                key={choice}
                isChosen={choice === thrift}
                onChoose={() => void chooseThrift(choice)}
              >
                {words(`status.thrift.${choice}`)}
                <span className={menu.summary}>{words(`status.thrift.${choice}-summary`)}</span>
              </MenuChoice>
            ))}
          </MenuGroup>
        </>
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

/** How much faster the faster one is. */
function measured({ webgpu, wasm }: Speeds, words: Words): string {
  const factor = Number((Math.max(webgpu, wasm) / Math.min(webgpu, wasm)).toPrecision(2));
  return words(webgpu <= wasm ? 'status.device-gpu-faster' : 'status.device-cpu-faster', { factor });
}
