import { useWords } from '../language/words.ts';
import { commands } from './commands.ts';
import { Dialog, DialogBody } from './dialog.tsx';
import { openDialog } from './dialogs.ts';
import { Keys } from './keys-view.tsx';
import { menuIds, menuTitles } from './menu-titles.ts';
import styles from './shortcut-sheet.module.css';

/** Every command that has keys, by menu. */
export function ShortcutSheet() {
  const words = useWords();
  return (
    <Dialog title={words('command.shortcuts')} onClose={() => openDialog('none')}>
      <DialogBody>
        <div className={styles.sheet}>
          {menuIds.map(menu => {
            const listed = commands.filter(({ place, keys }) => place.menu === menu && keys);
            if (listed.length === 0) return null;
            return (
              <section key={menu} className={styles.menu}>
                <h3 className={styles.title}>{words(menuTitles[menu])}</h3>
                <dl className={styles.list}>
                  {listed.map(({ id, label, keys = [] }) => (
                    <div key={id} className={styles.row}>
                      <dt>{words(label)}</dt>
                      <dd className={styles.keys}>
                        {keys.map(text => (
                          <Keys key={text} keys={text} />
                        ))}
                      </dd>
                    </div>
                  ))}
                </dl>
              </section>
            );
          })}
        </div>
      </DialogBody>
    </Dialog>
  );
}
