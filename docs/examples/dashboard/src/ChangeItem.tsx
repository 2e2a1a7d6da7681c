import type { ReactNode } from 'react';
import { differences } from './difference';
import { graphql } from './generated';
import type { ChangeItemFragment } from './generated/graphql';
import { useLanguage } from './language';
import { keyOf, Pill, type Tone } from './ui';

graphql(`
  fragment ChangeItem on ConfigurationChange {
    capturedAt
    eventType
    changes {
      path
      kind
      before
      after
    }
  }
`);

const tones: Partial<Record<string, Tone>> = { DISCOVERED: 'good', DISCOVERED_REVISED: 'good', REMOVE: 'bad' };

/** One change, with each property before and after. */
export const ChangeItem = ({ change, children }: { change: ChangeItemFragment; children?: ReactNode }) => {
  const { t, clock } = useLanguage();
  return (
    <li className="change">
      <time dateTime={change.capturedAt}>{clock(change.capturedAt)}</time>
      <Pill tone={tones[change.eventType] ?? 'busy'}>{t(keyOf('event', change.eventType))}</Pill>
      {children}
      <dl>
        {change.changes?.map(({ path, before, after }) => (
          <div key={path}>
            <dt>{path}</dt>
            {differences(before, after).map((line) => (
              <dd key={`${line.place} ${line.before} ${line.after}`}>
                {line.place && <code className="place">{line.place}</code>}
                {line.before !== undefined && (
                  <del>
                    <span className="hidden">{t('history.before')} </span>
                    {line.before || <i>{t('history.empty')}</i>}
                  </del>
                )}
                {line.after !== undefined && (
                  <ins>
                    <span className="hidden">{t('history.after')} </span>
                    {line.after || <i>{t('history.empty')}</i>}
                  </ins>
                )}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </li>
  );
};
