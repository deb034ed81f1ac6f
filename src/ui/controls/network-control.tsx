/** Which feed-forward network: AdaIN's decoder, which ships, or a person's own from a folder or an archive of one. */
import { FileArchive, FolderOpen } from 'lucide-react';
import { chooseFiles, chooseFolder } from '../documents/choose-files.ts';
import { useWords } from '../language/words.ts';
import { refuse } from '../state/notices.ts';
import { IconButton } from './icon-button.tsx';
import styles from './parameter.module.css';

interface NetworkControlProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly set: (value: string) => void;
}

export function NetworkControl({ label, hint, value, set }: NetworkControlProps) {
  const words = useWords();
  const take = async (files: readonly File[]) => {
    if (files.length === 0) return;
    // What reads networks is loaded when there is one to be read.
    const { supplyNetwork } = await import('../networks/supply-network.ts');
    const supplied = await supplyNetwork(files);
    if (supplied.ok) set(supplied.value);
    else refuse(supplied.reason);
  };
  const named: Readonly<Record<string, string>> = {
    adain: words('control.network-adain'),
    none: words('control.network-none'),
  };
  const name = named[value] ?? value.replace(/^(file|folder):/, '').replace(/\.zip$/i, '');
  return (
    <div className={styles.network}>
      <span className={styles.networkName} title={hint} data-none={value === 'none'}>
        {name}
      </span>
      <IconButton
        icon={FolderOpen}
        className="nodrag"
        label={`${label}: ${words('control.network-folder')}`}
        hint={words('control.network-folder')}
        onClick={() => void chooseFolder().then(take)}
      />
      <IconButton
        icon={FileArchive}
        className="nodrag"
        label={`${label}: ${words('control.network-zip')}`}
        hint={words('control.network-zip')}
        onClick={() => void chooseFiles({ accept: '.zip', multiple: false }).then(take)}
      />
    </div>
  );
}
