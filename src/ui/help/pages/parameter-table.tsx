import type { Parameter } from '../../../graph/parameter.ts';
import { Marked } from '../../inspector/marked.tsx';
import { useWords } from '../../language/words.ts';
import styles from '../help.module.css';
import { conditionsOf, defaultOf, valuesOf } from '../parameter-values.ts';

/** Every parameter of a kind: what it means, which values it takes, and which it has at first. */
export function ParameterTable({ params }: { readonly params: Readonly<Record<string, Parameter>> }) {
  const words = useWords();
  const listed = Object.entries(params);
  if (listed.length === 0) return null;
  return (
    <section className={styles.part}>
      <h3 className={styles.heading}>{words('help.parameters')}</h3>
      <dl className={styles.parameters}>
        {listed.map(([name, parameter]) => {
          const initial = defaultOf(parameter, words);
          return (
            <div key={name}>
              <dt>
                {words(parameter.title)}
                {parameter.live && (
                  <small className={styles.live} title={words('help.live-hint')}>
                    {words('help.live')}
                  </small>
                )}
              </dt>
              <dd>
                <Marked text={words(parameter.hint)} />
                <p className={styles.values}>
                  {conditionsOf(parameter, params, words).map(condition => (
                    <span key={condition}>
                      {condition}
                      {' · '}
                    </span>
                  ))}
                  {words('help.values')}: {valuesOf(parameter, words)}
                  {initial !== '' && (
                    <>
                      {' '}
                      · {words('help.default')}: <b>{initial}</b>
                    </>
                  )}
                </p>
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
